package dev.baton.delegates.version;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares versions of device systems as their makers count: {@code 15.2(7)E3}, {@code 17.09.04a}, {@code 21.4R3-S5.4},
 * {@code 4.29.2F}, {@code 7.15rc1}, {@code 10.2.3-h4}, {@code 7.2.1-69057}, {@code YA.16.11.0012}.
 *
 * <p>A version is groups between dashes, spaces and plus signs; a group is numbers and words. Numbers count as numbers, words by the
 * alphabet; a version that goes on is the later one, unless it goes on with a word for something that is not yet finished.
 */
public final class Versions {

    private static final Pattern TOKEN = Pattern.compile("\\d+|[A-Za-z]+");
    private static final Pattern GROUP = Pattern.compile("[-+_ ~]+");
    private static final Pattern TRAIN = Pattern.compile("^(1[25]\\.\\d)\\(\\d+\\w*\\)([A-Z]+)");
    private static final Set<String> UNFINISHED = Set.of("alpha", "beta", "rc", "pre", "dev", "snapshot", "test");

    private Versions() {}

    /** @return negative when the first is the earlier one; empty when they are of lines that do not follow each other */
    public static OptionalInt compare(String one, String other) {
        String left = bare(one);
        String right = bare(other);
        if (left.equals(right)) {
            return OptionalInt.of(0);
        }
        if (!TOKEN.matcher(left).find() || !TOKEN.matcher(right).find() || areOfDifferentLines(left, right)) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(groups(left.split(GROUP.pattern()), right.split(GROUP.pattern())));
    }

    /** Systems for different hardware begin with another word, and trains of IOS grow side by side. */
    private static boolean areOfDifferentLines(String left, String right) {
        Matcher one = TRAIN.matcher(left.toUpperCase(Locale.ROOT));
        Matcher other = TRAIN.matcher(right.toUpperCase(Locale.ROOT));
        if (one.find() && other.find() && one.group(1).equals(other.group(1))) {
            return !one.group(2).equals(other.group(2));
        }
        String first = tokens(left).get(0);
        String second = tokens(right).get(0);
        boolean words = isWord(first) || isWord(second);
        return words && !first.equals(second);
    }

    private static int groups(String[] left, String[] right) {
        for (int i = 0; i < Math.max(left.length, right.length); i++) {
            int order = tokens(
                    i < left.length ? tokens(left[i]) : List.of(), i < right.length ? tokens(right[i]) : List.of());
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int tokens(List<String> left, List<String> right) {
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            if (i >= left.size()) {
                return UNFINISHED.contains(right.get(i)) ? 1 : trailing(right, i) ? 0 : -1;
            }
            if (i >= right.size()) {
                return UNFINISHED.contains(left.get(i)) ? -1 : trailing(left, i) ? 0 : 1;
            }
            int order = token(left.get(i), right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** Whether only zeros follow: 7.14 is 7.14.0. */
    private static boolean trailing(List<String> tokens, int from) {
        return tokens.subList(from, tokens.size()).stream().allMatch(token -> token.matches("0+"));
    }

    private static int token(String left, String right) {
        if (isWord(left) && isWord(right)) {
            int order = Boolean.compare(!UNFINISHED.contains(left), !UNFINISHED.contains(right));
            return order != 0 ? order : left.compareTo(right);
        }
        if (isWord(left)) {
            return -1;
        }
        return isWord(right) ? 1 : number(left, right);
    }

    static int number(String left, String right) {
        String one = left.replaceFirst("^0+(?=.)", "");
        String other = right.replaceFirst("^0+(?=.)", "");
        return one.length() != other.length() ? Integer.compare(one.length(), other.length()) : one.compareTo(other);
    }

    private static boolean isWord(String token) {
        return Character.isLetter(token.charAt(0));
    }

    private static List<String> tokens(String text) {
        return TOKEN.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    /** Without a v in front of the first number. */
    private static String bare(String version) {
        return version.strip().replaceFirst("^[vV](?=\\d+\\.)", "");
    }

    /** Whether a version is one of a list: single versions, and ranges such as {@code 7.0.0..7.0.13} with both ends. */
    public static boolean isAmong(String version, String list) {
        return Arrays.stream(list.split("[,;\\n]"))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .anyMatch(entry -> isIn(version, entry));
    }

    private static boolean isIn(String version, String entry) {
        String[] ends = entry.split("\\.\\.", 2);
        if (ends.length == 1) {
            return compare(version, entry).orElse(1) == 0;
        }
        return compare(version, ends[0].strip()).orElse(-1) >= 0
                && compare(version, ends[1].strip()).orElse(1) <= 0;
    }
}
