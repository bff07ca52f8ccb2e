package dev.baton.delegates.patch.manager;

/** Which pending patches count. */
public enum PatchScope {
    ALL,
    SECURITY,
    /** Those that close given vulnerabilities. */
    CVES
}
