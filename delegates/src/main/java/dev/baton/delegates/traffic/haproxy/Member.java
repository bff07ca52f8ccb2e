package dev.baton.delegates.traffic.haproxy;

import java.util.Set;

/**
 * A server of a backend as {@code show stat} tells it.
 *
 * @param connections those at work and those that wait for it
 * @param check how the last health check ended, e.g. {@code L7OK}; empty without checks and in maintenance
 */
public record Member(String backend, String server, String status, int connections, String check) {

    private static final Set<String> PASSED = Set.of("L4OK", "L6OK", "L7OK");

    /** Takes new requests. Without health checks haproxy does not know more than that. */
    public boolean isServing() {
        return status.equals("UP") || status.startsWith("UP ") || isUnchecked();
    }

    /** Haproxy does not look whether it works. */
    public boolean isUnchecked() {
        return status.equals("no check");
    }

    public boolean isInMaintenance() {
        return status.startsWith("MAINT");
    }

    /** Takes no new requests, whether or not it works. */
    public boolean isOut() {
        return isInMaintenance() || status.startsWith("DRAIN") || status.startsWith("DOWN");
    }

    /** Has passed as many checks in a row as haproxy wants, and takes no requests. */
    public boolean isFitWhileDrained() {
        return status.equals("DRAIN") && checkPassed();
    }

    public boolean isProvedUp() {
        return status.equals("UP") && checkPassed();
    }

    private boolean checkPassed() {
        return PASSED.contains(check.replace("* ", ""));
    }

    /** For people: {@code web/web1 is DOWN (L4CON)}. */
    public String described() {
        return backend + "/" + server + " is " + status + (check.isEmpty() ? "" : " (" + check + ")");
    }
}
