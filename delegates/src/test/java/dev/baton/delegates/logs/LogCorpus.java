package dev.baton.delegates.logs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;

/** Labelled lines of logs, made from two lists of wordings: always the same ones. */
final class LogCorpus {

    private static final int VARIANTS = 15;
    private static final int SEED = 20_261_125;

    private LogCorpus() {}

    /** A line and what writes such lines. */
    record Line(String format, String text) {}

    /** Of drives, arrays and links in trouble. */
    static List<Line> failing() {
        return wordings("failing-lines.txt").stream()
                .map(wording -> wording.split(" \\| ", 2))
                .flatMap(parts -> variants(parts[1]).stream().map(text -> new Line(parts[0], text)))
                .toList();
    }

    /** Of hosts that are well. */
    static List<Line> benign() {
        return wordings("benign-lines.txt").stream()
                .flatMap(wording -> variants(wording).stream().map(text -> new Line("benign", text)))
                .distinct()
                .toList();
    }

    private static List<String> variants(String wording) {
        Random random = new Random(SEED + wording.hashCode());
        List<String> variants = new ArrayList<>();
        for (int number = 0; number < VARIANTS; number++) {
            variants.add(prefix(random, number) + filled(wording, random));
        }
        return variants;
    }

    /** As the journal, a traditional syslog, a modern one and dmesg have it. */
    private static String prefix(Random random, int number) {
        int second = random.nextInt(60);
        return switch (number % 4) {
            case 0 -> "";
            case 1 -> String.format(Locale.ROOT, "Nov 14 08:30:%02d host%d kernel: ", second, random.nextInt(9));
            case 2 -> String.format(Locale.ROOT, "2026-11-14T08:30:%02d.123456+01:00 host kernel: ", second);
            default -> String.format(Locale.ROOT, "[%5d.%06d] ", random.nextInt(90_000), random.nextInt(999_999));
        };
    }

    private static String filled(String wording, Random random) {
        char drive = (char) ('a' + random.nextInt(26));
        return wording.replace("{sd}", "sd" + drive)
                .replace("{p}", String.valueOf(1 + random.nextInt(9)))
                .replace("{d}", String.valueOf(random.nextInt(10)))
                .replace("{a}", String.valueOf(1 + random.nextInt(16)))
                .replace("{c}", String.valueOf(1 + random.nextInt(200)))
                .replace("{n}", String.valueOf(1_000 + random.nextInt(90_000_000)))
                .replace("{h}", String.format(Locale.ROOT, "%08x", random.nextInt()))
                .replace("{hctl}", random.nextInt(12) + ":0:" + random.nextInt(30) + ":0");
    }

    private static List<String> wordings(String file) {
        try (InputStream in = LogCorpus.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
