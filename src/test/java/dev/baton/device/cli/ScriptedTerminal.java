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

/** A device that shows a fixed text for each line typed; an empty chunk is a pause, in no time at all. */
final class ScriptedTerminal implements Terminal {

    private static final String END = "<end>";

    private final Map<String, String[]> answers = new HashMap<>();
    private final Deque<String> shown = new ArrayDeque<>();
    private final List<String> typed = new ArrayList<>();

    ScriptedTerminal shows(String... chunks) {
        shown.addAll(List.of(chunks));
        return this;
    }

    ScriptedTerminal on(String line, String... chunks) {
        answers.put(line, chunks);
        return this;
    }

    ScriptedTerminal endsOn(String line) {
        return on(line, line, END);
    }

    List<String> typed() {
        return typed;
    }

    @Override
    public void type(String text) {
        typed.add(text);
        shown.addAll(List.of(answers.getOrDefault(text, new String[0])));
    }

    @Override
    public String read(Duration patience) throws IOException {
        String chunk = shown.isEmpty() ? "" : shown.removeFirst();
        if (chunk.equals(END)) {
            throw new EOFException("the session ended");
        }
        return chunk;
    }
}
