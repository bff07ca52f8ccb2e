package dev.baton.lab.machine;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A person's or program's end of an interactive session. */
public interface Terminal {

    /** Prints text; {@code \n} starts a line as the terminal needs it. */
    void print(String text) throws IOException;

    /** Shows a prompt and reads a line with echo; null when the other side is gone. */
    @Nullable
    String readLine(String prompt) throws IOException;

    /** Waits for one key; null when the other side is gone. */
    @Nullable
    Character readKey() throws IOException;

    /** Lines that fit on the screen at the start of the session. */
    int height();
}
