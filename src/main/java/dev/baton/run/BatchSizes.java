package dev.baton.run;

import dev.baton.action.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes of successive batches, such as {@code 1, 10%, 50%, rest}; the last one repeats until every device was taken. */
public final class BatchSizes {

    private static final Pattern SIZE = Pattern.compile("(?<number>\\d{1,6})(?<percent>%)?|rest");

    private final List<String> sizes;

    private BatchSizes(List<String> sizes) {
        this.sizes = sizes;
    }

    /** @throws dev.baton.action.ActionProblem {@code BAD_INPUT} naming the size that is not understood */
    public static BatchSizes parse(String text) {
        List<String> sizes = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            String size = part.strip().toLowerCase(Locale.ROOT);
            Matcher matcher = SIZE.matcher(size);
            if (!matcher.matches() || "0".equals(matcher.group("number"))) {
                throw Problem.BAD_INPUT.because(
                        "batches takes sizes such as \"1, 10%, 50%, rest\"; \"" + part.strip() + "\" is none");
            }
            sizes.add(size);
        }
        return new BatchSizes(sizes);
    }

    /**
     * The size of a batch, at least 1 and at most what remains.
     *
     * @param number 0 for the first batch
     * @param total devices in the whole set, the base of percentages
     * @param remaining devices not yet taken, at least 1
     */
    public int size(int number, int total, int remaining) {
        String size = sizes.get(Math.min(number, sizes.size() - 1));
        Matcher matcher = SIZE.matcher(size);
        if (!matcher.matches() || matcher.group("number") == null) {
            return remaining;
        }
        int count = Integer.parseInt(matcher.group("number"));
        int wanted = matcher.group("percent") == null ? count : (int) Math.ceil(count * total / 100.0);
        return Math.max(1, Math.min(wanted, remaining));
    }
}
