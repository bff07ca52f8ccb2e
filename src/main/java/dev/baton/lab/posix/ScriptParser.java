package dev.baton.lab.posix;

import dev.baton.lab.posix.Syntax.Command;
import dev.baton.lab.posix.Syntax.Condition;
import dev.baton.lab.posix.Syntax.Group;
import dev.baton.lab.posix.Syntax.Redirect;
import dev.baton.lab.posix.Syntax.Script;
import dev.baton.lab.posix.Syntax.Simple;
import dev.baton.lab.posix.Syntax.Step;
import dev.baton.lab.posix.Syntax.Target;
import dev.baton.lab.posix.Syntax.Word;
import java.util.ArrayList;
import java.util.List;

/** Reads pipelines, lists, groups and redirections. */
final class ScriptParser {

    private final Characters line;

    ScriptParser(Characters line) {
        this.line = line;
    }

    /** @throws SyntaxException naming the character that does not belong there */
    static Script parse(String text) {
        Characters line = new Characters(text);
        Script script = new ScriptParser(line).script();
        if (!line.atEnd()) {
            throw line.unexpected();
        }
        return script;
    }

    /** Up to the end, or to the closing sign of a group. */
    Script script() {
        List<Step> steps = new ArrayList<>();
        Condition condition = Condition.ALWAYS;
        line.skipBlanksAndLines();
        while (!line.atEnd() && !line.atAny(")}")) {
            steps.add(new Step(condition, pipeline()));
            line.skipBlanks();
            if (line.take("&&")) {
                condition = Condition.AFTER_SUCCESS;
            } else if (line.take("||")) {
                condition = Condition.AFTER_FAILURE;
            } else if (line.take(";") || line.take("\n")) {
                condition = Condition.ALWAYS;
            } else if (!line.atEnd() && !line.atAny(")}")) {
                throw line.unexpected();
            }
            line.skipBlanksAndLines();
        }
        return new Script(steps);
    }

    private List<Command> pipeline() {
        List<Command> commands = new ArrayList<>(List.of(command()));
        line.skipBlanks();
        while (!line.at("||") && line.take("|")) {
            line.skipBlanksAndLines();
            commands.add(command());
            line.skipBlanks();
        }
        return commands;
    }

    private Command command() {
        if (line.take("(")) {
            return group(")");
        }
        if (line.at("{ ") && line.take("{")) {
            return group("}");
        }
        return simple();
    }

    private Group group(String end) {
        Script script = script();
        if (!line.take(end)) {
            throw line.unexpected();
        }
        List<Redirect> redirects = new ArrayList<>();
        line.skipBlanks();
        while (takeRedirect(redirects)) {
            line.skipBlanks();
        }
        return new Group(script, redirects);
    }

    private Simple simple() {
        List<Word> words = new ArrayList<>();
        List<Redirect> redirects = new ArrayList<>();
        line.skipBlanks();
        while (!line.atEnd() && !line.atAny(";|)\n") && !line.at("&&")) {
            if (!takeRedirect(redirects)) {
                words.add(new WordParser(line).word());
            }
            line.skipBlanks();
        }
        if (words.isEmpty()) {
            throw line.unexpected();
        }
        return new Simple(words, redirects);
    }

    private boolean takeRedirect(List<Redirect> redirects) {
        for (int from = 1; from <= 2; from++) {
            if (line.take(from + ">&")) {
                redirects.add(new Redirect(from, line.take("1") ? Target.OUTPUT : errors()));
                return true;
            }
            if (line.take(from + ">") || (from == 1 && line.take(">"))) {
                line.take(">");
                line.skipBlanks();
                nowhere();
                redirects.add(new Redirect(from, Target.NOWHERE));
                return true;
            }
        }
        return false;
    }

    private Target errors() {
        if (!line.take("2")) {
            throw line.unexpected();
        }
        return Target.ERRORS;
    }

    /** The simulated hosts have no files to write to. */
    private void nowhere() {
        if (!line.take("/dev/null")) {
            throw line.unexpected();
        }
    }
}
