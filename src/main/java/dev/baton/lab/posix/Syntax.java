package dev.baton.lab.posix;

import java.util.List;

/** The parts of a command line. */
final class Syntax {

    private Syntax() {}

    /** Pipelines one after the other, each with the condition under which it runs. */
    record Script(List<Step> steps) {}

    record Step(Condition condition, List<Command> pipeline) {}

    enum Condition {
        ALWAYS,
        AFTER_SUCCESS,
        AFTER_FAILURE;

        boolean allows(int lastStatus) {
            return this == ALWAYS || (this == AFTER_SUCCESS) == (lastStatus == 0);
        }
    }

    sealed interface Command {

        List<Redirect> redirects();
    }

    record Simple(List<Word> words, List<Redirect> redirects) implements Command {}

    /** A script in braces, or apart, in a shell of its own, in parentheses. */
    record Group(Script script, boolean apart, List<Redirect> redirects) implements Command {}

    /** The first branch whose condition succeeds runs, or else the last script, which may be empty. */
    record If(List<Branch> branches, Script otherwise, List<Redirect> redirects) implements Command {}

    record Branch(Script condition, Script body) {}

    record For(String variable, List<Word> words, Script body, List<Redirect> redirects) implements Command {}

    /** Runs once for every line of its input. */
    record While(List<String> variables, Script body, List<Redirect> redirects) implements Command {}

    /** The first choice runs that has a pattern for the subject. */
    record Case(Word subject, List<Choice> choices, List<Redirect> redirects) implements Command {}

    record Choice(List<Word> patterns, Script body) {}

    /** Gives a command a name. */
    record Function(String name, Command body, List<Redirect> redirects) implements Command {}

    /** Input 0 from nowhere; output 1 or 2 to nowhere, or to the other one. */
    record Redirect(int from, Target target) {}

    enum Target {
        NOWHERE,
        OUTPUT,
        ERRORS
    }

    record Word(List<Part> parts) {}

    sealed interface Part {

        boolean quoted();
    }

    record Text(String text, boolean quoted) implements Part {}

    record Variable(String name, boolean quoted) implements Part {}

    record Substitution(Script script, boolean quoted) implements Part {}
}
