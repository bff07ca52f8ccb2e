package dev.baton.delegates.finding;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What devices said of their failures, a line each, after the device's name. */
record Reasons(String text) {

    static Reasons of(@Nullable String text) {
        return new Reasons(text == null ? "" : text);
    }

    /** The device's own words; empty when it has no line. */
    Optional<String> from(String device) {
        String name = device + ": ";
        Pattern nameAfterCode = Pattern.compile("(?<=^[A-Z_]{1,40}: )" + Pattern.quote(name));
        return text.lines()
                .filter(line -> line.startsWith(name))
                .map(line -> nameAfterCode
                        .matcher(line.substring(name.length()))
                        .replaceFirst("")
                        .strip())
                .filter(reason -> !reason.isEmpty())
                .findFirst();
    }
}
