package dev.baton.lab.network;

import dev.baton.lab.machine.Terminal;
import org.jspecify.annotations.Nullable;

/** A terminal that nobody sits at: it keeps what is printed. */
final class Collected implements Terminal {

    private final StringBuilder text = new StringBuilder();

    @Override
    public void print(String more) {
        text.append(more);
    }

    @Override
    public @Nullable String readLine(String prompt) {
        return null;
    }

    @Override
    public @Nullable Character readKey() {
        return null;
    }

    @Override
    public int height() {
        return 0;
    }

    String text() {
        return text.toString();
    }
}
