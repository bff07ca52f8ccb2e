package dev.baton.lab.host;

import dev.baton.lab.machine.Machine;
import dev.baton.lab.machine.Reply;
import dev.baton.lab.machine.Terminal;
import dev.baton.lab.ssh.AuthorizedKeys;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A host that knows Baton's script for keys by its name: it does not run the script itself. */
public record KeyedHost(Host host, AuthorizedKeys keys) implements Machine {

    private static final Pattern SCRIPT = Pattern.compile("' baton-(add|drop)-key \\S+$");
    private static final int NOT_THERE = 4;

    @Override
    public Reply run(String command, InputStream input) throws IOException {
        Matcher script = SCRIPT.matcher(command);
        if (!script.find()) {
            return host.run(command);
        }
        BufferedReader lines = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
        return change(script.group(1).equals("add"), lines.readLine(), lines.readLine());
    }

    private synchronized Reply change(boolean add, String first, String second) {
        if (add) {
            if (!keys.holds(first)) {
                return Reply.failed(NOT_THERE, "the key of this session is not in the file\n");
            }
            keys.add(second);
        } else {
            if (!keys.holds(second)) {
                return Reply.failed(NOT_THERE, "the key that shall stay is not in the file\n");
            }
            keys.drop(first);
        }
        return Reply.ok("");
    }

    @Override
    public Reply run(String command) {
        return host.run(command);
    }

    @Override
    public void boot() {
        host.boot();
    }

    @Override
    public Duration uptime() {
        return host.uptime();
    }

    @Override
    public void talk(Terminal terminal) throws IOException {
        host.talk(terminal);
    }
}
