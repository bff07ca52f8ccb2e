package dev.baton.lab.posix;

import dev.baton.lab.posix.Syntax.Part;
import dev.baton.lab.posix.Syntax.Script;
import dev.baton.lab.posix.Syntax.Substitution;
import dev.baton.lab.posix.Syntax.Text;
import dev.baton.lab.posix.Syntax.Variable;
import dev.baton.lab.posix.Syntax.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts values in the place of variables and command substitutions. */
final class Expansion {

    private final Map<String, String> variables;
    private final Function<Script, String> substitution;

    /** @param variables which may still change */
    Expansion(Map<String, String> variables, Function<Script, String> substitution) {
        this.variables = variables;
        this.substitution = substitution;
    }

    List<String> fields(List<Word> words) {
        return words.stream().flatMap(word -> fields(word).stream()).toList();
    }

    /** An unquoted variable or substitution falls into several words, or none. */
    private List<String> fields(Word word) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean exists = false;
        for (Part part : word.parts()) {
            String text = value(part);
            if (part.quoted() || part instanceof Text) {
                field.append(text);
                exists = true;
                continue;
            }
            String[] pieces = text.strip().split("\\s+");
            for (int index = 0; index < pieces.length; index++) {
                if (index > 0) {
                    fields.add(field.toString());
                    field.setLength(0);
                }
                field.append(pieces[index]);
            }
            exists |= !text.isBlank();
        }
        if (exists) {
            fields.add(field.toString());
        }
        return fields;
    }

    /** The word as one, whatever its values hold. */
    String joined(Word word) {
        return word.parts().stream().map(this::value).collect(Collectors.joining());
    }

    /** The word as a pattern, whose quoted parts stand for themselves. */
    Glob glob(Word word) {
        Glob glob = new Glob();
        for (Part part : word.parts()) {
            if (part.quoted()) {
                glob.literal(value(part));
            } else {
                glob.pattern(value(part));
            }
        }
        return glob;
    }

    private String value(Part part) {
        if (part instanceof Text text) {
            return text.text();
        }
        if (part instanceof Variable variable) {
            return variables.getOrDefault(variable.name(), "");
        }
        return substitution.apply(((Substitution) part).script());
    }
}
