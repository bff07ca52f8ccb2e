package dev.baton.device.platform;

import dev.baton.action.Channel;
import dev.baton.action.Command;
import dev.baton.action.LastChange;
import dev.baton.action.LastChange.Ask;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads how a platform tells of its last change. */
final class LastChangeReader {

    private static final Duration USUAL = Duration.ofSeconds(30);

    private final Channel channel;

    LastChangeReader(Channel channel) {
        this.channel = channel;
    }

    LastChange read(PlatformFile.LastChange file) {
        return new LastChange(
                Objects.requireNonNullElse(file.ask(), List.<PlatformFile.Ask>of()).stream()
                        .map(this::ask)
                        .toList(),
                Objects.requireNonNullElse(file.authors(), List.<String>of()).stream()
                        .map(expression -> grouped(expression, "last-change.authors"))
                        .toList(),
                file.log() == null ? null : command(file.log()));
    }

    private Ask ask(PlatformFile.Ask ask) {
        List<String> oids = ask.snmp();
        String mark = ask.mark();
        if (oids != null && !oids.isEmpty() && ask.command() == null && mark == null) {
            return new Ask(Command.snmpGet(oids.toArray(String[]::new)), null);
        }
        if (oids == null && ask.command() != null && mark != null) {
            return new Ask(command(ask.command()), grouped(mark, "last-change.ask.mark"));
        }
        throw new IllegalArgumentException("last-change.ask takes either snmp, or command and mark");
    }

    private Command command(String text) {
        return new Command(channel, text, false, USUAL);
    }

    private static Pattern grouped(@Nullable String expression, String field) {
        Pattern pattern = Pattern.compile(Objects.requireNonNullElse(expression, ""), Pattern.MULTILINE);
        if (pattern.matcher("").groupCount() == 0) {
            throw new IllegalArgumentException(field + ": \"" + expression + "\" has no group around what counts");
        }
        return pattern;
    }
}
