package dev.baton.action;

import java.util.Optional;

/** How one platform speaks; read from {@code platforms/<name>.yaml}. */
public interface Dialect {

    /** The platform's name, e.g. {@code cisco_ios}. */
    String platform();

    Shell shell();

    /** The native command for an operation. @throws ActionProblem {@code UNSUPPORTED} when the platform has none */
    Command command(Operation operation);

    /** Whether the platform has a native command for the operation. */
    boolean supports(Operation operation);

    /** How its configuration is changed. @throws ActionProblem {@code UNSUPPORTED} when the platform does not say */
    default ConfigChange configChange() {
        throw Problem.UNSUPPORTED.because(
                "the platform " + platform() + " does not say how its configuration is changed");
    }

    /** How it fetches files from a file server. @throws ActionProblem {@code UNSUPPORTED} when the platform does not say */
    default FileCopy fileCopy() {
        throw Problem.UNSUPPORTED.because(
                "the platform " + platform() + " does not say how it fetches a file from a server");
    }

    /** How it tells that its configuration changed, and who changed it. */
    default LastChange lastChange() {
        return LastChange.UNTOLD;
    }

    /** What checks the syntax of a configuration in a file, {@code {file}}, on a host that has the program. */
    default Optional<String> syntaxCheck() {
        return Optional.empty();
    }

    /** The configuration without the lines that change by themselves (dates, counters, banners of the dump). */
    String withoutVolatileLines(String configuration);

    /** The configuration with secrets replaced by a keyed hash, so that a changed secret still shows as a change. */
    String withoutSecrets(String configuration);

    /** Why a dump cannot be complete, e.g. a missing end marker or pager residue; empty when it looks complete. */
    Optional<String> incompleteness(String configuration);
}
