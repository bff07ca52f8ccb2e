package dev.baton.delegates.logs.pattern;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.Optional;

/**
 * One kind of line. RE2 matches in time linear in the line, whatever the line is; most lines lack a needed text and are not
 * matched at all.
 *
 * @param id kebab-case, e.g. {@code blk-medium}
 * @param needs texts that every such line has
 */
record LogPattern(String id, List<String> needs, Sign sign, Pattern compiled) {

    /**
     * A row of the file of patterns.
     *
     * @param of who writes such lines
     * @param matches a regular expression of RE2; its named groups tell the place, see {@link Place}
     */
    record Row(String id, String of, List<String> needs, String matches, Sign sign) {

        LogPattern compile() {
            return new LogPattern(id, List.copyOf(needs), sign, Pattern.compile(matches));
        }
    }

    Optional<Signal> in(String line) {
        for (String need : needs) {
            if (!line.contains(need)) {
                return Optional.empty();
            }
        }
        Matcher matcher = compiled.matcher(line);
        return matcher.find() ? Optional.of(new Signal(id, sign, Place.of(compiled, matcher))) : Optional.empty();
    }
}
