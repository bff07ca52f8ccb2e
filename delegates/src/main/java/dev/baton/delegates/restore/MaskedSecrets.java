package dev.baton.delegates.restore;

import java.util.List;
import java.util.regex.Pattern;

/** The secrets that a kept configuration lacks: a restore needs a person who enters them. */
final class MaskedSecrets {

    private static final Pattern MASKED = Pattern.compile("<scrubbed:[0-9a-f]{8}>");

    private MaskedSecrets() {}

    /** The lines with a hash in place of a secret, in their order. */
    static List<String> in(String configuration) {
        return configuration
                .lines()
                .filter(line -> MASKED.matcher(line).find())
                .map(String::strip)
                .toList();
    }
}
