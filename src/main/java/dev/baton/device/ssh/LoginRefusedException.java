package dev.baton.device.ssh;

import java.io.IOException;

/** The device answered a login with no; the message says what it was offered. */
final class LoginRefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    LoginRefusedException(String offered, IOException cause) {
        super(offered, cause);
    }
}
