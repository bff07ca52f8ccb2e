package dev.baton.testing;

import dev.baton.action.Command;
import dev.baton.action.ConfigChange;
import dev.baton.action.ConfigChange.Step;
import dev.baton.action.ConfigStyle;
import dev.baton.action.Dialect;
import dev.baton.action.LastChange;
import dev.baton.action.LastChange.Ask;
import dev.baton.action.Operation;
import dev.baton.action.Shell;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A platform made up for a test: its volatile lines begin with {@code !time}, its only secret is {@code hunter2}. */
public record ScriptedDialect(String platform, Shell shell) implements Dialect {

    public static final ScriptedDialect HOST = new ScriptedDialect("linux", Shell.POSIX);
    public static final ScriptedDialect SWITCH = new ScriptedDialect("cisco_ios", Shell.NETWORK_CLI);
    /** It has sessions whose changes go back by themselves. */
    public static final ScriptedDialect WITH_SESSIONS = new ScriptedDialect("arista_eos", Shell.NETWORK_CLI);
    /** Only other lines take a change back. */
    public static final ScriptedDialect ROUTER = new ScriptedDialect("frr", Shell.NETWORK_CLI);

    @Override
    public Command command(Operation operation) {
        return switch (operation) {
            case SHOW_CONFIG -> Command.cli("show running-config");
            case SHOW_VERSION -> Command.cli("show version");
            case SHOW_LOG -> Command.cli("show logging");
            case SAVE_CONFIG -> Command.cli("write memory").changing();
            case RELOAD -> Command.cli("reload").changing();
        };
    }

    @Override
    public ConfigChange configChange() {
        List<String> end = List.of("end");
        return switch (platform) {
            case "arista_eos" ->
                new ConfigChange(
                        ConfigStyle.SECTIONS,
                        true,
                        false,
                        null,
                        Map.of(
                                Step.BEGIN, List.of("configure session {session}"),
                                Step.DIFF, List.of("show session diff"),
                                Step.ABANDON, List.of("abort"),
                                Step.COMMIT, List.of("commit timer {mm}"),
                                Step.CONFIRM, List.of("confirm {session}"),
                                Step.UNDO, List.of("undo {session}"),
                                Step.SAVED, List.of("show startup-config")),
                        null);
            case "cisco_ios" ->
                new ConfigChange(
                        ConfigStyle.SECTIONS,
                        false,
                        false,
                        Pattern.compile("^archive$", Pattern.MULTILINE),
                        Map.of(
                                Step.BEGIN, List.of("configure revert {minutes}"),
                                Step.ABANDON, end,
                                Step.COMMIT, end,
                                Step.CONFIRM, List.of("confirm"),
                                Step.UNDO, List.of("revert now")),
                        null);
            case "frr" ->
                new ConfigChange(
                        ConfigStyle.SECTIONS,
                        false,
                        false,
                        null,
                        Map.of(Step.BEGIN, List.of("configure terminal"), Step.ABANDON, end, Step.COMMIT, end),
                        null);
            default -> Dialect.super.configChange();
        };
    }

    /** The one with sessions tells of changes: when asked {@code show last}, and in its log. */
    @Override
    public LastChange lastChange() {
        return this == WITH_SESSIONS
                ? new LastChange(
                        List.of(
                                new Ask(Command.snmpGet("1.3.6.1.4.1.99.1.0"), null),
                                new Ask(
                                        Command.cli("show last"),
                                        Pattern.compile("^changed at (\\S+)", Pattern.MULTILINE))),
                        List.of(Pattern.compile("changed at \\S+ by (\\S+)")),
                        Command.cli("show log"))
                : LastChange.UNTOLD;
    }

    @Override
    public boolean supports(Operation operation) {
        return true;
    }

    @Override
    public String withoutVolatileLines(String configuration) {
        return configuration.replaceAll("(?m)^!time.*\\R", "");
    }

    @Override
    public String withoutSecrets(String configuration) {
        return configuration.replace("hunter2", "<secret 1a2b3c4d>");
    }

    @Override
    public Optional<String> incompleteness(String configuration) {
        return configuration.strip().endsWith("end") ? Optional.empty() : Optional.of("the last line is not end");
    }
}
