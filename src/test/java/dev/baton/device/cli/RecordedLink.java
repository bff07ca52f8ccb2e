package dev.baton.device.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Answer;
import dev.baton.action.Channel;
import dev.baton.action.Command;
import dev.baton.action.Problem;
import dev.baton.device.DeviceLink;
import dev.baton.device.platform.Platform;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A link to a device that follows a file, a recorded session per connection: {@code === connection} begins each, first with its
 * prompt; behind {@code === unreachable} there is none. The set-up of the session is not in the file.
 */
final class RecordedLink implements DeviceLink {

    private final Platform platform;
    private final Deque<List<String>> connections;
    private final Deque<RecordedSession> open = new ArrayDeque<>();
    private @Nullable Dialogue dialogue;

    RecordedLink(Platform platform, Deque<List<String>> connections) {
        this.platform = platform;
        this.connections = connections;
    }

    static Deque<List<String>> connections(String text) {
        Deque<List<String>> connections = new ArrayDeque<>();
        text.lines().forEach(line -> {
            if (line.startsWith("=== ")) {
                connections.add(new ArrayList<>());
            } else {
                connections.getLast().add(line);
            }
        });
        return connections;
    }

    @Override
    public void connect(Command command) {
        // It connects when it sends.
    }

    @Override
    public Answer send(Command command) {
        try {
            if (command.channel() == Channel.CLI_APART) {
                return begun().send(Command.cli(command.text()));
            }
            Dialogue current = dialogue == null ? begun() : dialogue;
            dialogue = current;
            return current.send(command, SessionWithPlatform.serverLogin(command));
        } catch (IOException e) {
            throw Problem.OUTCOME_UNKNOWN.because(command.text() + ": " + e.getMessage());
        }
    }

    private Dialogue begun() throws IOException {
        assertThat(connections).as("recorded connections").isNotEmpty();
        List<String> recorded = connections.remove();
        if (recorded.isEmpty()) {
            throw Problem.UNREACHABLE.because("box1: no route to host");
        }
        String prompt = recorded.get(0);
        List<String> lines = new ArrayList<>(List.of(prompt, ">>>", prompt));
        platform.cli().setUp().forEach(command -> lines.addAll(List.of(">>> " + command, prompt)));
        lines.addAll(recorded.subList(1, recorded.size()));
        RecordedSession device = new RecordedSession(lines, platform.cli().enter());
        open.add(device);
        Dialogue fresh = new Dialogue("box1", platform.cli(), device, ScriptedTerminal.PATIENCE, device::now);
        fresh.begin(Duration.ofSeconds(20), SessionWithPlatform.SECRET);
        return fresh;
    }

    @Override
    public void abort() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        open.forEach(RecordedSession::assertOver);
        open.clear();
        dialogue = null;
    }
}
