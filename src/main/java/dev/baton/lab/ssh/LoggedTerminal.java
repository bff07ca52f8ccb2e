package dev.baton.lab.ssh;

import dev.baton.lab.machine.DeviceLog;
import dev.baton.lab.machine.Terminal;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Notes every line that is typed. */
record LoggedTerminal(Terminal terminal, DeviceLog log) implements Terminal {

    @Override
    public void print(String text) throws IOException {
        terminal.print(text);
    }

    @Override
    public @Nullable String readLine(String prompt) throws IOException {
        String line = terminal.readLine(prompt);
        if (line != null && !line.isBlank()) {
            log.add("cli", line);
        }
        return line;
    }

    @Override
    public @Nullable Character readKey() throws IOException {
        return terminal.readKey();
    }

    @Override
    public int height() {
        return terminal.height();
    }
}
