package dev.baton.runner;

import dev.baton.action.Problem;
import java.util.regex.Pattern;

/**
 * How many devices of a set may fail: a count, or a share of the whole set. Because the base is the whole set and not the
 * devices done so far, a percentage needs no minimum sample: 10% of 50 devices is tripped by the sixth failure, whenever it comes.
 */
record FailureLimit(int number, boolean percent) {

    private static final Pattern FORM = Pattern.compile("\\d{1,6}%?");

    static FailureLimit parse(String text) {
        String limit = text.strip();
        if (!FORM.matcher(limit).matches()) {
            throw Problem.BAD_INPUT.because(
                    "maxFailures takes a count or a percentage such as 10%, not \"" + text + "\"");
        }
        boolean percent = limit.endsWith("%");
        return new FailureLimit(Integer.parseInt(percent ? limit.substring(0, limit.length() - 1) : limit), percent);
    }

    /** Decided after each outcome; the whole set is the base of a percentage, so that one early failure does not trip it. */
    boolean exceeded(int failures, int total) {
        return percent ? failures * 100L > (long) number * total : failures > number;
    }
}
