package dev.baton.delegates.http;

import dev.baton.action.Problem;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Looks for a regular expression in a hostile text: after so many looks at characters it gives up. */
final class BodySearch {

    private static final long MOST_LOOKS = 20_000_000;
    private static final int LONGEST = 500;

    private BodySearch() {}

    /** @throws dev.baton.action.ActionProblem {@code BAD_INPUT} when it is no expression */
    static Pattern pattern(String expression) {
        if (expression.length() > LONGEST) {
            throw Problem.BAD_INPUT.because("a regular expression has at most " + LONGEST + " characters");
        }
        try {
            return Pattern.compile(expression);
        } catch (PatternSyntaxException e) {
            throw Problem.BAD_INPUT.because(
                    "\"" + expression + "\" is not a regular expression: " + e.getDescription());
        }
    }

    /** @throws dev.baton.action.ActionProblem {@code CHECK_FAILED} when the search takes too long */
    static boolean finds(Pattern pattern, String text) {
        try {
            return pattern.matcher(new Counted(text)).find();
        } catch (TooManyLooksException | StackOverflowError e) {
            throw Problem.CHECK_FAILED.because("the search for " + pattern + " in " + text.length()
                    + " characters was given up: the expression takes too many steps");
        }
    }

    private static final class TooManyLooksException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final class Counted implements CharSequence {

        private final String text;
        private long looks;

        Counted(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (++looks > MOST_LOOKS) {
                throw new TooManyLooksException();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
