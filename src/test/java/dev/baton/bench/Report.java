package dev.baton.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** A table of what was measured, for {@code target/bench} and for people to copy. */
final class Report {

    private static final String HEAD =
            "| measured | Baton, median (least to most) | against | ratio | goal | |\n" + "|---|---|---|---|---|---|\n";

    private final String bench;
    private final StringBuilder text = new StringBuilder();

    Report(String bench) {
        this.bench = bench;
        text.append("`mvn -Pbench verify -Dbench=").append(bench).append("`, ");
        text.append(LocalDate.now()).append(", ");
        text.append(Runtime.getRuntime().availableProcessors()).append(" cores, Java ");
        text.append(Runtime.version().feature()).append("\n\n").append(HEAD);
    }

    /** A ratio of medians that should not be above, or not be below, its goal. */
    void ratio(String what, Rounds.Pair pair, ToDoubleFunction<Round> value, Goal goal) {
        double ratio = pair.baton().median(value) / pair.other().median(value);
        row(what, spread(pair.baton(), value), spread(pair.other(), value), number(ratio), goal, ratio);
    }

    /** A value of its own that should not be above, or not be below, its goal. */
    void value(String what, Rounds rounds, ToDoubleFunction<Round> value, Goal goal) {
        row(what, spread(rounds, value), "", "", goal, rounds.median(value));
    }

    void row(String what, String baton, String other, String ratio, Goal goal, double judged) {
        String line = String.join(" | ", "| " + what, baton, other, ratio, goal.text(), goal.verdict(judged) + " |");
        text.append(line).append('\n');
    }

    /** Something to know that has no goal. */
    void note(String what, Rounds.Pair pair, ToDoubleFunction<Round> value) {
        double ratio = pair.baton().median(value) / pair.other().median(value);
        String line = String.join(
                " | ", "| " + what, spread(pair.baton(), value), spread(pair.other(), value), number(ratio), "", "|");
        text.append(line).append('\n');
    }

    void write() throws IOException {
        Path file = Path.of("target", "bench", bench + ".md");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        System.out.println(text);
    }

    static String number(double value) {
        if (Double.isInfinite(value)) {
            return "";
        }
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value);
    }

    private static String spread(Rounds rounds, ToDoubleFunction<Round> value) {
        return number(rounds.median(value)) + " (" + number(rounds.least(value)) + " to " + number(rounds.most(value))
                + ")";
    }
}
