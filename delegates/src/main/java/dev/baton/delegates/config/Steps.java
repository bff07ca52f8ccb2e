package dev.baton.delegates.config;

import dev.baton.action.Command;
import dev.baton.action.ConfigChange;
import dev.baton.action.Content;
import dev.baton.action.Dialect;
import dev.baton.action.Operation;
import dev.baton.action.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The commands of one change on one platform, each step of it as a list. */
final class Steps {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int DISTINCT = 10;

    private final ConfigChange change;
    private final Dialect dialect;
    private final Wish wish;
    private final ApplyConfigInputs inputs;
    private final Typing typing;
    private final String session;

    Steps(Dialect dialect, ApplyConfigInputs inputs) {
        this.change = dialect.configChange();
        this.dialect = dialect;
        this.wish = Wish.of(inputs);
        this.inputs = inputs;
        requireTimeToConfirm();
        this.typing = new Typing(dialect.shell());
        this.session = (inputs.dryRun() ? "baton-dry-" : "baton-")
                + Content.of(wish.lines().paths().toString()).sha256().substring(0, DISTINCT);
    }

    private void requireTimeToConfirm() {
        Duration back = Duration.ofMinutes(inputs.rollbackAfter());
        if (change.timed() && inputs.settle().compareTo(back.dividedBy(2)) > 0) {
            throw Problem.BAD_INPUT.because("the settling time " + inputs.settle()
                    + " leaves too little of the " + inputs.rollbackAfter() + " min after which "
                    + dialect.platform() + " takes the change back");
        }
    }

    Wish wish() {
        return wish;
    }

    ConfigChange change() {
        return change;
    }

    /** Everything that may be sent, in the order of sending; the way back last. */
    List<Command> all() {
        List<Command> all = new ArrayList<>(List.of(running()));
        if (inputs.dryRun()) {
            if (change.diff() != null) {
                Stream.of(begin(), lines(), diff(), abandon()).forEach(all::addAll);
            }
            return all;
        }
        Stream.of(saved(), begin(), lines(), diff(), commit(), List.of(running()), confirm(), save(), saved())
                .forEach(all::addAll);
        all.addAll(abandon());
        all.addAll(undo());
        if (change.undo().isEmpty()) {
            lineByLine(wish.everyWayBack()).forEach(all::addAll);
        }
        return all;
    }

    Command running() {
        return dialect.command(Operation.SHOW_CONFIG);
    }

    List<Command> saved() {
        return inputs.save() ? reads(change.saved()) : List.of();
    }

    List<Command> begin() {
        return commands(change.begin(), !change.candidate());
    }

    List<Command> lines() {
        return typed(wish.lines().paths());
    }

    List<Command> diff() {
        return reads(change.diff());
    }

    List<Command> abandon() {
        return commands(change.abandon(), !change.candidate());
    }

    List<Command> commit() {
        return commands(change.commit(), true);
    }

    List<Command> confirm() {
        return commands(change.confirm(), true);
    }

    List<Command> undo() {
        return commands(change.undo(), true);
    }

    /** Line by line, each on its own, so that one which the device refuses keeps no other from going. */
    List<List<Command>> wayBack(ConfigTree before) {
        return lineByLine(wish.wayBack(before));
    }

    private List<List<Command>> lineByLine(List<List<String>> paths) {
        return paths.stream()
                .map(path -> Stream.of(begin(), typed(List.of(path)), commit())
                        .flatMap(List::stream)
                        .toList())
                .toList();
    }

    List<Command> save() {
        return inputs.save() && dialect.supports(Operation.SAVE_CONFIG)
                ? List.of(dialect.command(Operation.SAVE_CONFIG))
                : List.of();
    }

    private List<Command> typed(Collection<List<String>> paths) {
        return commands(typing.typed(paths), !change.candidate());
    }

    private List<Command> reads(@Nullable String line) {
        return line == null ? List.of() : commands(List.of(line), false);
    }

    private List<Command> commands(List<String> lines, boolean changing) {
        return lines.stream()
                .map(line -> Command.cli(filled(line)).within(PATIENCE))
                .map(command -> changing ? command.changing() : command)
                .toList();
    }

    private String filled(String line) {
        return line.replace("{session}", session)
                .replace("{minutes}", String.valueOf(inputs.rollbackAfter()))
                .replace("{mm}", String.format("%02d", inputs.rollbackAfter()));
    }
}
