package dev.baton.delegates.patch;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What patches do about one vulnerability in one package of a host.
 *
 * @param name of the package; empty where none is concerned
 * @param fixed the version without it; empty where there is none, or nobody knows
 */
record Closing(String id, String name, String installed, String fixed, State state, String detail) {

    /** Whether a patch closes it, and what is in the way. */
    enum State {
        CLOSED("closed by the patch"),
        FIXED("is fixed already"),
        ABSENT("no package of it is installed"),
        WITHHELD("stays open"),
        NO_UPDATE("stays open: no repository of the host has a fixed version"),
        NO_FIX("stays open: there is no fix yet"),
        UNKNOWN("not known: no device was found to have it; start vulnerability-response with its advisory");

        private final String words;

        State(String words) {
            this.words = words;
        }
    }

    /** Whether the host still has it, or may have it, after the patches. */
    boolean staysOpen() {
        return state != State.CLOSED && state != State.FIXED && state != State.ABSENT;
    }

    Map<String, Object> asFact() {
        Map<String, Object> fact = new LinkedHashMap<>();
        fact.put("cve", id);
        fact.put("package", name);
        fact.put("installed", installed);
        fact.put("fixed", fixed);
        fact.put("state", detail.isEmpty() ? state.words : state.words + ": " + detail);
        fact.put("open", staysOpen());
        return fact;
    }
}
