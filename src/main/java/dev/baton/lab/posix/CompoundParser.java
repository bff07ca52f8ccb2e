package dev.baton.lab.posix;

import dev.baton.lab.posix.Syntax.Branch;
import dev.baton.lab.posix.Syntax.Case;
import dev.baton.lab.posix.Syntax.Choice;
import dev.baton.lab.posix.Syntax.Command;
import dev.baton.lab.posix.Syntax.For;
import dev.baton.lab.posix.Syntax.If;
import dev.baton.lab.posix.Syntax.Script;
import dev.baton.lab.posix.Syntax.While;
import dev.baton.lab.posix.Syntax.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the commands that begin with a reserved word. */
final class CompoundParser {

    private final Characters line;

    CompoundParser(Characters line) {
        this.line = line;
    }

    /** Empty where another command stands. */
    Optional<Command> command() {
        if (line.takeWord("if")) {
            return Optional.of(branches());
        }
        if (line.takeWord("for")) {
            return Optional.of(words());
        }
        if (line.takeWord("while")) {
            return Optional.of(lines());
        }
        return line.takeWord("case") ? Optional.of(choices()) : Optional.empty();
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
        return new If(branches, otherwise, new RedirectParser(line).all());
    }

    private For words() {
        String variable = name();
        require("in");
        List<Word> words = new ArrayList<>();
        line.skipBlanks();
        while (!line.atEnd() && !line.atAny(";\n")) {
            words.add(word());
        }
        return new For(variable, words, body(), new RedirectParser(line).all());
    }

    /** What else a loop could wait for might never come. */
    private While lines() {
        line.skipBlanks();
        require("read");
        line.skipBlanks();
        require("-r");
        List<String> variables = new ArrayList<>();
        do {
            variables.add(name());
        } while (!line.atEnd() && !line.atAny(";\n"));
        return new While(variables, body(), new RedirectParser(line).all());
    }

    private Script body() {
        line.take(";");
        line.skipBlanksAndLines();
        require("do");
        Script body = script();
        require("done");
        return body;
    }

    private Case choices() {
        line.skipBlanks();
        Word subject = word();
        line.skipBlanksAndLines();
        require("in");
        List<Choice> choices = new ArrayList<>();
        line.skipBlanksAndLines();
        while (!line.takeWord("esac")) {
            choices.add(new Choice(patterns(), script()));
            line.take(";;");
            line.skipBlanksAndLines();
        }
        return new Case(subject, choices, new RedirectParser(line).all());
    }

    private List<Word> patterns() {
        List<Word> patterns = new ArrayList<>();
        do {
            line.skipBlanks();
            patterns.add(word());
        } while (line.take("|"));
        if (!line.take(")")) {
            throw line.unexpected();
        }
        return patterns;
    }

    private Script script() {
        return new ScriptParser(line).script();
    }

    private Word word() {
        Word word = new WordParser(line).word();
        line.skipBlanks();
        return word;
    }

    private String name() {
        line.skipBlanks();
        StringBuilder name = new StringBuilder();
        while (!line.atEnd() && !line.atAny(WordParser.ENDS)) {
            name.append(line.next());
        }
        if (name.isEmpty()) {
            throw line.unexpected();
        }
        line.skipBlanks();
        return name.toString();
    }

    private void require(String word) {
        if (!line.takeWord(word)) {
            throw line.unexpected();
        }
    }
}
