package dev.baton.testing;

import dev.baton.action.Command;
import dev.baton.action.Dialect;
import dev.baton.action.Operation;
import dev.baton.action.Shell;
import java.util.Optional;

/** A platform made up for a test: its volatile lines begin with {@code !time}, its only secret is {@code hunter2}. */
public record ScriptedDialect(String platform, Shell shell) implements Dialect {

    public static final ScriptedDialect HOST = new ScriptedDialect("linux", Shell.POSIX);
    public static final ScriptedDialect SWITCH = new ScriptedDialect("cisco_ios", Shell.NETWORK_CLI);

    @Override
    public Command command(Operation operation) {
        return switch (operation) {
            case SHOW_CONFIG -> Command.cli("show running-config");
            case SHOW_VERSION -> Command.cli("show version");
            case SAVE_CONFIG -> Command.cli("write memory").changing();
            case RELOAD -> Command.cli("reload").changing();
        };
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
