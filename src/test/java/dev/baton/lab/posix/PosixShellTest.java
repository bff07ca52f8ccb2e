package dev.baton.lab.posix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.lab.machine.Reply;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PosixShellTest {

    private static final Map<String, Program> PROGRAMS = Map.of(
            "words", (words, input) -> Reply.ok(words + "\n"),
            "echo", (words, input) -> Reply.ok(String.join(" ", words) + "\n"),
            "true", (words, input) -> Reply.ok(""),
            "false", (words, input) -> Reply.failed(1, ""),
            "exit", (words, input) -> Reply.failed(Integer.parseInt(words.get(0)), ""),
            "upper", (words, input) -> Reply.ok(input.toUpperCase(java.util.Locale.ROOT)),
            "complain", (words, input) -> new Reply(3, "said\n", "moaned\n"));

    private static final List<List<String>> LINES = List.of(
            List.of("words a  b", "[a, b]"),
            List.of("words 'a  b' \"c d\" e\\ f", "[a  b, c d, e f]"),
            List.of("words 'it'\\''s'", "[it's]"),
            List.of("words \"\" ''", "[, ]"),
            List.of("NAME=x; words $NAME ${NAME}y \"$NAME z\" '$NAME'", "[x, xy, x z, $NAME]"),
            List.of("words $(echo a b) \"$(echo a b)\"", "[a, b, a b]"),
            List.of("words $MISSING end", "[end]"),
            List.of("false || words no", "[no]"),
            List.of("true && words yes", "[yes]"),
            List.of("false && words never; words after", "[after]"),
            List.of("false; words $?", "[1]"),
            List.of("{ false; true; } && words grouped", "[grouped]"),
            List.of("(words a; words b)", "[a]\n[b]"),
            List.of("complain 2>/dev/null >/dev/null; words quiet", "[quiet]"),
            List.of("if false; then words a; elif true; then words b; else words c; fi", "[b]"),
            List.of("if false; then words a; fi; words $?", "[0]"),
            List.of("(\nwords a # b\n)\nwords $? # c", "[a]\n[0]"),
            List.of("words a#b '#' \"#\"", "[a#b, #, #]"),
            List.of("for x in a 'b c'; do words $x \"$x\"; done", "[a, a]\n[b, c, b c]"),
            List.of("NAME=$(echo a b); words $NAME \"$NAME\"", "[a, b, a b]"),
            List.of("NAME=x; (NAME=y); words $NAME", "[x]"),
            List.of("words a | while read -r x; do words $x; done", "[[a]]"),
            List.of("echo ' a b  c ' | while read -r x y; do words $x \"$y\" $z; done", "[a, b  c]"),
            List.of("(echo a; echo) | while read -r x y\ndo words \"$x\" \"$y\"; done", "[a, ]\n[, ]"),
            List.of("while read -r x; do words $x; done; words $?", "[0]"),
            List.of("case a/b in a) words 1 ;; a*) words 2 ;; *) words 3 ;; esac", "[2]"),
            List.of("x='#'; case $x in\n'*') words 1;;\nb | \"#\") words 2\nesac", "[2]"),
            List.of("case ab in a?) words $(case b in b) echo c;; esac);; esac", "[c]"),
            List.of("case a in b) false ;; esac; words $?", "[0]"),
            List.of("for x in a b; do case $x in b) words $x ;; esac; done", "[b]"),
            List.of("echo a | upper </dev/null; words end", "[end]"),
            List.of("echo a | { upper; upper < /dev/null; }", "A"),
            List.of("show() { words \"$1\" end; }; show 'one two'", "[one two, end]"),
            List.of("has() { false > /dev/null 2>&1; }; if has x; then words a; else words b; fi", "[b]"));

    @Test
    void linesRunAsInAShell() {
        for (List<String> line : LINES) {
            Reply reply = run(line.get(0));

            assertThat(reply.output().strip()).as(line.get(0)).isEqualTo(line.get(1));
            assertThat(reply.errors()).as(line.get(0)).isEmpty();
        }
    }

    @Test
    void aPipeFeedsTheNextProgram() {
        assertThat(run("echo quiet | upper").output()).isEqualTo("QUIET\n");
    }

    @Test
    void exitEndsTheShellThatItStandsIn() {
        assertThat(run("false || exit 4; echo a").status()).isEqualTo(4);
        assertThat(run("false || { echo a; exit 4; }; echo b")).isEqualTo(new Reply(4, "a\n", ""));
        assertThat(run("for x in a b; do if true; then echo $x; exit 5; fi; done; echo c"))
                .isEqualTo(new Reply(5, "a\n", ""));
        assertThat(run("if exit 6; then echo a; else echo b; fi").status()).isEqualTo(6);
        assertThat(run("leave() { exit 7; }; leave; echo a")).isEqualTo(new Reply(7, "", ""));
        assertThat(run("(exit 4); echo $?; echo a | exit 5; echo $? $(exit 6)").output())
                .isEqualTo("4\n5\n");
    }

    @Test
    void anAssignmentEndsAsWhatItSubstitutes() {
        assertThat(run("x=$(complain) || { echo \"$x\"; exit 1; }; echo b").output())
                .isEqualTo("said\n");
        assertThat(run("x=$(complain) y=z").status()).isEqualTo(3);
        assertThat(run("false; x=y").status()).isZero();
    }

    @Test
    void redirectionsWorkInTheirOrder() {
        assertThat(run("complain 2>&1")).isEqualTo(new Reply(3, "said\nmoaned\n", ""));
        assertThat(run("complain > /dev/null 2>&1")).isEqualTo(new Reply(3, "", ""));
        assertThat(run("complain 2>&1 >/dev/null")).isEqualTo(new Reply(3, "moaned\n", ""));
        assertThat(run("complain 1>&2")).isEqualTo(new Reply(3, "", "moaned\nsaid\n"));
    }

    @Test
    void anUnknownProgramEndsWith127() {
        assertThat(run("frobnicate --now"))
                .isEqualTo(Reply.failed(127, "bash: line 1: frobnicate: command not found\n"));
    }

    @Test
    void whatIsNoCommandLineIsRefused() {
        for (String line : List.of(
                "echo 'open",
                "echo \"open",
                "| echo",
                "echo &&&",
                "(echo",
                "if true; then echo",
                "echo > file",
                "upper < file",
                "echo ;; echo",
                "while true; do echo; done",
                "while read -r; do echo; done",
                "while read -r x; do echo",
                "case a in a echo ;; esac",
                "case a in a) echo ;;")) {
            assertThat(run(line).status()).as(line).isEqualTo(2);
            assertThat(run(line).errors()).as(line).startsWith("bash: -c: line 1: ");
        }
    }

    private static Reply run(String line) {
        return PosixShell.run(line, PROGRAMS::get);
    }
}
