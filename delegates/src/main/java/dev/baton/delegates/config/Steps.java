package dev.baton.delegates.config;

import dev.baton.action.Command;
import dev.baton.action.ConfigChange;
import dev.baton.action.ConfigChange.Step;
import dev.baton.action.Content;
import dev.baton.action.Dialect;
import dev.baton.action.Operation;
import dev.baton.action.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The commands of one change on one platform, each step of it as a list. */
final class Steps {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int DISTINCT = 10;
    private static final Set<Step> READS = Set.of(Step.RUNNING, Step.DIFF, Step.SAVED);
    private static final Set<Step> HARMLESS_TO_RUNNING = Set.of(Step.BEGIN, Step.ABANDON);

    private final ConfigChange change;
    private final Dialect dialect;
    private final Wish wish;
    private final ApplyConfigInputs inputs;
    private final Typing typing;
    private final String session;

    Steps(Dialect dialect, ApplyConfigInputs inputs) {
        this(dialect.configChange(), dialect, inputs);
    }

    private Steps(ConfigChange change, Dialect dialect, ApplyConfigInputs inputs) {
        this.change = change;
        this.dialect = dialect;
        this.wish = Wish.of(inputs, change.style());
        this.inputs = inputs;
        requireTimeToConfirm();
        this.typing = new Typing(dialect.shell(), change.style());
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

    /** Those that a device with this configuration can take. @throws ActionProblem {@code UNSUPPORTED} when there are none */
    Steps fitting(String device, Seen running) {
        var requires = change.requires();
        if (requires == null || requires.matcher(running.text()).find()) {
            return this;
        }
        if (change.otherwise() == null) {
            throw Problem.UNSUPPORTED.because(device + ": nothing could take the change back, because the running"
                    + " configuration has nothing like " + requires.pattern());
        }
        return new Steps(change.otherwise(), dialect, inputs).fitting(device, running);
    }

    Wish wish() {
        return wish;
    }

    ConfigChange change() {
        return change;
    }

    /** Everything that may be sent, in the order of sending; the way back last, then that of devices which need another. */
    List<Command> all() {
        List<Command> all = new ArrayList<>(List.of(running()));
        if (inputs.dryRun()) {
            if (!change.lines(Step.DIFF).isEmpty()) {
                Stream.of(of(Step.BEGIN), lines(), of(Step.DIFF), of(Step.ABANDON))
                        .forEach(all::addAll);
            }
            return all;
        }
        Stream.of(saved(), of(Step.DISARM), of(Step.ARM), of(Step.BEGIN), lines(), of(Step.DIFF), of(Step.COMMIT))
                .forEach(all::addAll);
        all.add(check());
        Stream.of(of(Step.CONFIRM), save(), of(Step.ABANDON), of(Step.UNDO)).forEach(all::addAll);
        if (byLines()) {
            lineByLine(wish.everyWayBack()).forEach(all::addAll);
        }
        if (change.otherwise() != null) {
            all.addAll(new Steps(change.otherwise(), dialect, inputs).all());
        }
        return all;
    }

    /** Whether nothing but other lines can take a change back at once. */
    boolean byLines() {
        return change.lines(Step.UNDO).isEmpty() && !change.candidate();
    }

    Command running() {
        return of(Step.RUNNING).stream().findFirst().orElseGet(() -> dialect.command(Operation.SHOW_CONFIG));
    }

    /** Shows what runs over a connection that was not there before the change. */
    Command check() {
        return change.held() ? running().apart() : running();
    }

    List<Command> saved() {
        return inputs.save() ? of(Step.SAVED) : List.of();
    }

    List<Command> lines() {
        return typed(wish.lines().paths());
    }

    /** Line by line, each on its own, so that one which the device refuses keeps no other from going. */
    List<List<Command>> wayBack(ConfigTree before) {
        return lineByLine(wish.wayBack(before));
    }

    private List<List<Command>> lineByLine(List<List<String>> paths) {
        return paths.stream()
                .map(path -> Stream.of(of(Step.BEGIN), typed(List.of(path)), of(Step.COMMIT))
                        .flatMap(List::stream)
                        .toList())
                .toList();
    }

    List<Command> save() {
        if (!inputs.save()) {
            return List.of();
        }
        List<Command> own = of(Step.SAVE);
        return own.isEmpty() && dialect.supports(Operation.SAVE_CONFIG)
                ? List.of(dialect.command(Operation.SAVE_CONFIG))
                : own;
    }

    List<Command> of(Step step) {
        boolean harmless = READS.contains(step) || (change.candidate() && HARMLESS_TO_RUNNING.contains(step));
        return commands(change.lines(step), !harmless);
    }

    private List<Command> typed(Collection<List<String>> paths) {
        return commands(typing.typed(paths), !change.candidate());
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
