package dev.baton.device.cli;

import java.io.IOException;
import java.time.Duration;

/** The device's end of an interactive session. */
public interface Terminal {

    void type(CharSequence text) throws IOException;

    /**
     * What came since the last call; waits for it at most as long as the patience lasts.
     *
     * @return empty when nothing came
     * @throws IOException when the session ended
     */
    String read(Duration patience) throws IOException;
}
