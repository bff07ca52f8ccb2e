package dev.baton.lab.posix;

import dev.baton.lab.posix.Syntax.Part;
import dev.baton.lab.posix.Syntax.Script;
import dev.baton.lab.posix.Syntax.Substitution;
import dev.baton.lab.posix.Syntax.Text;
import dev.baton.lab.posix.Syntax.Variable;
import dev.baton.lab.posix.Syntax.Word;
import java.util.ArrayList;
import java.util.List;

/** Reads one word: plain text, quotes, variables and command substitutions. */
final class WordParser {

    static final String ENDS = " \t\n;|&()<>";

    private final Characters line;
    private final List<Part> parts = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    WordParser(Characters line) {
        this.line = line;
    }

    Word word() {
        while (!line.atEnd() && !line.atAny(ENDS)) {
            if (line.take("'")) {
                close(false);
                parts.add(new Text(line.upTo('\''), true));
            } else if (line.take("\"")) {
                close(false);
                doubleQuoted();
            } else {
                character(false);
            }
        }
        close(false);
        if (parts.isEmpty()) {
            throw line.unexpected();
        }
        return new Word(parts);
    }

    private void doubleQuoted() {
        parts.add(new Text("", true));
        while (!line.take("\"")) {
            if (line.atEnd()) {
                throw new SyntaxException("unexpected EOF while looking for matching `\"'");
            }
            character(true);
        }
        close(true);
    }

    private void character(boolean quoted) {
        if (line.at("$") && dollar(quoted)) {
            return;
        }
        char next = line.next();
        boolean escapes = next == '\\' && !line.atEnd() && (!quoted || line.atAny("$`\"\\"));
        text.append(escapes ? line.next() : next);
    }

    private boolean dollar(boolean quoted) {
        if (line.take("$(")) {
            close(quoted);
            Script script = new ScriptParser(line).script();
            if (!line.take(")")) {
                throw line.unexpected();
            }
            parts.add(new Substitution(script, quoted));
            return true;
        }
        String name = line.variable();
        if (name.isEmpty()) {
            return false;
        }
        close(quoted);
        parts.add(new Variable(name, quoted));
        return true;
    }

    private void close(boolean quoted) {
        if (!text.isEmpty()) {
            parts.add(new Text(text.toString(), quoted));
            text.setLength(0);
        }
    }
}
