package dev.baton.lab.posix;

import dev.baton.lab.posix.Syntax.Branch;
import dev.baton.lab.posix.Syntax.Command;
import dev.baton.lab.posix.Syntax.Condition;
import dev.baton.lab.posix.Syntax.For;
import dev.baton.lab.posix.Syntax.Function;
import dev.baton.lab.posix.Syntax.Group;
import dev.baton.lab.posix.Syntax.If;
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

    /** Words that end the script before them. */
    private static final List<String> ENDS = List.of("then", "elif", "else", "fi", "do", "done");

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
        while (!atEnd()) {
            steps.add(new Step(condition, pipeline()));
            line.skipBlanks();
            if (line.take("&&")) {
                condition = Condition.AFTER_SUCCESS;
            } else if (line.take("||")) {
                condition = Condition.AFTER_FAILURE;
            } else if (line.take(";") || line.take("\n")) {
                condition = Condition.ALWAYS;
            } else if (!atEnd()) {
                throw line.unexpected();
            }
            line.skipBlanksAndLines();
        }
        return new Script(steps);
    }

    private boolean atEnd() {
        return line.atEnd() || line.atAny(")}") || ENDS.stream().anyMatch(line::atWord);
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
        if (line.takeWord("if")) {
            return branches();
        }
        if (line.takeWord("for")) {
            return loop();
        }
        String name = line.function();
        return name.isEmpty() ? simple() : new Function(name, command(), List.of());
    }

    private If branches() {
        List<Branch> branches = new ArrayList<>();
        do {
            Script condition = script();
            require("then");
            branches.add(new Branch(condition, script()));
        } while (line.takeWord("elif"));
        Script otherwise = line.takeWord("else") ? script() : new Script(List.of());
        require("fi");
        return new If(branches, otherwise, redirects());
    }

    private For loop() {
        line.skipBlanks();
        String variable = name();
        line.skipBlanks();
        require("in");
        List<Word> words = new ArrayList<>();
        line.skipBlanks();
        while (!line.atEnd() && !line.atAny(";\n")) {
            words.add(new WordParser(line).word());
            line.skipBlanks();
        }
        line.take(";");
        line.skipBlanksAndLines();
        require("do");
        Script body = script();
        require("done");
        return new For(variable, words, body, redirects());
    }

    private String name() {
        StringBuilder name = new StringBuilder();
        while (!line.atEnd() && !line.atAny(" \t\n;")) {
            name.append(line.next());
        }
        return name.toString();
    }

    private void require(String word) {
        if (!line.takeWord(word)) {
            throw line.unexpected();
        }
    }

    private List<Redirect> redirects() {
        List<Redirect> redirects = new ArrayList<>();
        line.skipBlanks();
        while (takeRedirect(redirects)) {
            line.skipBlanks();
        }
        return redirects;
    }

    private Group group(String end) {
        Script script = script();
        if (!line.take(end)) {
            throw line.unexpected();
        }
        return new Group(script, redirects());
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
