package dev.baton.action;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file as it shall stand on a device.
 *
 * @param path absolute, and written without {@code .} and {@code ..}
 * @param mode permissions in octal digits, e.g. {@code 0640}; null keeps those of the file that is replaced, and gives a new
 *     one {@code 0644}
 */
public record Upload(String path, Content content, @Nullable String mode) {

    private static final Pattern PATH = Pattern.compile("(?:/(?!\\.{1,2}(?:/|$))[^/\\p{Cntrl}]+)+");
    private static final Pattern MODE = Pattern.compile("0?[0-7]{3}");

    /** @throws ActionProblem {@code BAD_INPUT} for a path or mode that is not as described */
    public Upload {
        requirePath(path);
        if (mode != null && !MODE.matcher(mode).matches()) {
            throw Problem.BAD_INPUT.because(
                    path + ": a mode has three octal digits after an optional 0, e.g. 0640, not \"" + mode + "\"");
        }
    }

    static String requirePath(String path) {
        if (!PATH.matcher(path).matches()) {
            throw Problem.BAD_INPUT.because(
                    "a file on a device needs an absolute path without \".\", \"..\" and control"
                            + " characters, not \"" + path.replaceAll("\\p{Cntrl}", "\u2423") + "\"");
        }
        return path;
    }

    public static Upload of(String path, Content content) {
        return new Upload(path, content, null);
    }

    public Upload withMode(String permissions) {
        return new Upload(path, content, permissions);
    }

    /** What plans and transcripts show: path, mode, size and digest, and not the content. */
    @Override
    public String toString() {
        return path + (mode == null ? " " : " mode=" + mode + " ") + content;
    }
}
