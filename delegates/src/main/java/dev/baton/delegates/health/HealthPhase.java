package dev.baton.delegates.health;

/** When health is checked: what is wrong after a change is held against what was wrong before it. */
enum HealthPhase {
    BEFORE,
    AFTER
}
