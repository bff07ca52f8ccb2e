package dev.baton.device.cli;

import java.util.regex.Pattern;

/** Tells by its last line whether a device waits for an answer. */
final class Question {

    private static final Pattern ANY = Pattern.compile("(?i)(?:\\?|\\?:"
            + "|\\?\\s{0,3}\\[[\\w/ -]{0,20}]\\s?:?"
            + "|\\[confirm]"
            + "|[(\\[]y(?:es)?(?:[/|,]| or )n(?:o)?[)\\]]\\W{0,3}(?:[(\\[](?:y|n|yes|no)[)\\]]\\W{0,3})?"
            + "|(?:password|passphrase|username|login)[^:\\n]{0,64}:)\\s*$");
    private static final Pattern PASSWORD = Pattern.compile("(?i)(?:enable )?password ?:");

    /** As OpenSSH and devices ask for the password of another host. */
    private static final Pattern SERVER_PASSWORD = Pattern.compile(
            "(?i)(?:[\\w.-]{1,64}@[\\w.:-]{1,255}'s |\\([\\w.-]{1,64}@[\\w.:-]{1,255}\\) )?password ?:");

    private Question() {}

    static boolean asked(String lastLine) {
        return ANY.matcher(lastLine).find();
    }

    /** Whether the line is nothing but the question: in any other line a password could end up where it is shown. */
    static boolean asksForPassword(String lastLine) {
        return PASSWORD.matcher(lastLine.strip()).matches();
    }

    static boolean asksForServerPassword(String lastLine) {
        return SERVER_PASSWORD.matcher(lastLine.strip()).matches();
    }

    static boolean never(String lastLine) {
        return false;
    }
}
