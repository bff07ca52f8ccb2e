package dev.baton.device.ssh;

import dev.baton.action.ActionProblem;
import dev.baton.action.Problem;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A key exchange that failed because the device offers nothing that Baton accepts; the library says so only in words. */
record NoCommonAlgorithm(String what, String accepted, String offered) {

    private static final Pattern WORDS =
            Pattern.compile("Unable to reach a settlement of (\\w+): \\[(.*?)] and \\[(.*?)]");

    static Optional<NoCommonAlgorithm> in(Exception failure) {
        Matcher words = WORDS.matcher(String.valueOf(failure.getMessage()));
        return words.find()
                ? Optional.of(new NoCommonAlgorithm(words.group(1), words.group(2), words.group(3)))
                : Optional.empty();
    }

    ActionProblem problem(Hop hop) {
        return Problem.UNSUPPORTED.because(hop.name() + ": no common algorithm of " + what + ": the device offers "
                + offered + "; Baton accepts " + accepted + advice(hop.access().legacyUntil()));
    }

    private String advice(@Nullable LocalDate legacyUntil) {
        if (Stream.of(offered.split(",\\s*")).noneMatch(LegacyConfig::isLegacy)) {
            return "";
        }
        return legacyUntil == null
                ? "; to accept old algorithms from this device for a while, write legacy-until: DATE at its ssh"
                : "; old algorithms were accepted from it until " + legacyUntil + " (legacy-until at its ssh)";
    }
}
