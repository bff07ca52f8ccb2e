package dev.baton.engine.task;

import java.util.regex.Pattern;

/**
 * What a person wants of a task.
 *
 * @param verb one short word, such as {@code claim} or {@code approve}
 * @param text the rest, in the person's words or ours; may be empty
 */
record Wish(String verb, String text) {

    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,31}");

    static Wish to(String verb) {
        return new Wish(verb, "");
    }

    /** What was posted is anybody's text: only a decision that is one short word is taken for the verb. */
    static Wish decide(String decision, String reason) {
        return WORD.matcher(decision).matches()
                ? new Wish(decision, reason)
                : new Wish("complete", ("Decision given: " + decision + ". " + reason).strip());
    }
}
