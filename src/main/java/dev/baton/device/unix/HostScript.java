package dev.baton.device.unix;

import dev.baton.action.Command;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The scripts that Baton itself runs on hosts; each is one argument of {@code sh -c}, so any POSIX shell may log in. */
enum HostScript {
    START("place", "start"),
    LOOK("place", "look"),
    FORGET("place", "forget"),
    END("end");

    private final String words;

    HostScript(String... files) {
        String text = Stream.of(files).map(HostScript::read).collect(Collectors.joining());
        words = "exec sh -c " + quoted(text) + " baton-" + files[files.length - 1];
    }

    Command with(String... arguments) {
        return Command.exec(words
                + Stream.of(arguments).map(argument -> " " + quoted(argument)).collect(Collectors.joining()));
    }

    /** Not by {@link dev.baton.action.Shell}: scripts and commands of platforms have several lines. */
    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private static String read(String name) {
        try (InputStream file = HostScript.class.getResourceAsStream("/unix/" + name + ".sh")) {
            if (file == null) {
                throw new IllegalStateException("no script " + name + " was packaged");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
