package dev.baton.device.platform;

import dev.baton.action.Command;
import dev.baton.action.ConfigChange;
import dev.baton.action.Dialect;
import dev.baton.action.FileCopy;
import dev.baton.action.LastChange;
import dev.baton.action.Operation;
import dev.baton.action.Problem;
import dev.baton.action.Shell;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One platform's dialect, from its file. */
public final class Platform implements Dialect {

    private final String name;
    private final Shell shell;
    private final Map<Operation, Command> commands;
    private final ConfigTraits config;
    private final Scrubber scrubber;
    private final LastChange lastChange;
    private final @Nullable String syntaxCheck;
    private final @Nullable CliTraits cli;
    private final @Nullable ConfigChange change;
    private final @Nullable FileCopy copy;

    Platform(
            String name,
            Shell shell,
            Map<Operation, Command> commands,
            ConfigTraits config,
            Scrubber scrubber,
            LastChange lastChange,
            @Nullable String syntaxCheck,
            @Nullable CliTraits cli,
            @Nullable ConfigChange change,
            @Nullable FileCopy copy) {
        this.name = name;
        this.shell = shell;
        this.commands = Map.copyOf(commands);
        this.config = config;
        this.scrubber = scrubber;
        this.lastChange = lastChange;
        this.syntaxCheck = syntaxCheck;
        this.cli = cli;
        this.change = change;
        this.copy = copy;
    }

    @Override
    public String platform() {
        return name;
    }

    @Override
    public Shell shell() {
        return shell;
    }

    @Override
    public Command command(Operation operation) {
        Command command = commands.get(operation);
        if (command == null) {
            throw Problem.UNSUPPORTED.because("the platform " + name + " has no command for " + operation);
        }
        return command;
    }

    @Override
    public boolean supports(Operation operation) {
        return commands.containsKey(operation);
    }

    @Override
    public ConfigChange configChange() {
        return change == null ? Dialect.super.configChange() : change;
    }

    @Override
    public FileCopy fileCopy() {
        return copy == null ? Dialect.super.fileCopy() : copy;
    }

    @Override
    public LastChange lastChange() {
        return lastChange;
    }

    @Override
    public Optional<String> syntaxCheck() {
        return Optional.ofNullable(syntaxCheck);
    }

    @Override
    public String withoutVolatileLines(String configuration) {
        return config.withoutVolatileLines(configuration);
    }

    @Override
    public String withoutSecrets(String configuration) {
        return scrubber.scrub(config.joined(configuration));
    }

    @Override
    public Optional<String> incompleteness(String configuration) {
        List<String> lines =
                configuration.lines().filter(line -> !line.isBlank()).toList();
        if (lines.isEmpty()) {
            return Optional.of("it is empty");
        }
        if (cli != null && cli.pager() != null) {
            Pattern pager = cli.pager();
            Optional<String> residue = lines.stream()
                    .filter(line -> pager.matcher(line.strip()).lookingAt())
                    .findFirst();
            if (residue.isPresent()) {
                return Optional.of("the pager's \"" + residue.get().strip() + "\" is in it");
            }
        }
        return config.incompleteness(lines);
    }

    /** How its interactive CLI behaves. @throws dev.baton.action.ActionProblem {@code UNSUPPORTED} when it has none */
    public CliTraits cli() {
        if (cli == null) {
            throw Problem.UNSUPPORTED.because("the platform " + name + " has no interactive CLI");
        }
        return cli;
    }

    /** What goes after the user name at the login, e.g. to turn colours off. */
    public String loginSuffix() {
        return cli == null ? "" : cli.loginSuffix();
    }
}
