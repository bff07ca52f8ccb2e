package dev.baton.delegates.link.past;

import java.util.regex.Pattern;

/**
 * A row of {@code port-log.yaml}: what a line of a device's log about a port means.
 *
 * @param sign the word for the decision table
 * @param pattern found in the line
 */
record LogSign(String sign, Pattern pattern) {

    boolean fits(String line) {
        return pattern.matcher(line).find();
    }
}
