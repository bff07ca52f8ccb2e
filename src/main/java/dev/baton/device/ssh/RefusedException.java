package dev.baton.device.ssh;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The device answered that it does not do what was asked; the connection is fine. */
class RefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    RefusedException(String reason, @Nullable Exception cause) {
        super(reason, cause);
    }
}
