package dev.baton.device.cli;

import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A device that shows a fixed text for each line typed; an empty chunk is a pause, which takes no time but its own. */
final class ScriptedTerminal implements Terminal {

    static final Patience PATIENCE = new Patience(Duration.ofSeconds(10), Duration.ofSeconds(20));

    private static final String END = "<end>";

    private final Map<String, String[]> answers = new HashMap<>();
    private final Deque<String> shown = new ArrayDeque<>();
    private final List<String> typed = new ArrayList<>();
    private long now;

    ScriptedTerminal shows(String... chunks) {
        shown.addAll(List.of(chunks));
        return this;
    }

    ScriptedTerminal on(String line, String... chunks) {
        answers.put(line, chunks);
        return this;
    }

    /** What it shows for a line that comes right after another one. */
    ScriptedTerminal after(String before, String line, String... chunks) {
        return on(before + line, chunks);
    }

    ScriptedTerminal endsOn(String line) {
        return on(line, line, END);
    }

    /** The nanoseconds for which it was waited in vain. */
    long now() {
        return now;
    }

    List<String> typed() {
        return typed;
    }

    @Override
    public void type(CharSequence text) {
        String line = text.toString();
        String before = typed.isEmpty() ? "" : typed.get(typed.size() - 1);
        typed.add(line);
        String[] otherwise = answers.getOrDefault(line, new String[0]);
        shown.addAll(List.of(answers.getOrDefault(before + line, otherwise)));
    }

    @Override
    public String read(Duration patience) throws IOException {
        String chunk = shown.isEmpty() ? "" : shown.removeFirst();
        if (chunk.equals(END)) {
            throw new EOFException("the session ended");
        }
        now += chunk.isEmpty() ? patience.toNanos() : 0;
        return chunk;
    }
}
