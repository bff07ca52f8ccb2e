package dev.baton.delegates.traffic.haproxy;

import java.util.List;

/** The program on the load balancer that talks to a Unix socket; Debian has both. */
public enum SocketClient {
    SOCAT {
        @Override
        List<String> words(String socket) {
            return List.of("socat", "-t", "10", "-", "UNIX-CONNECT:" + socket);
        }
    },
    /** That of netcat-openbsd. */
    NC {
        @Override
        List<String> words(String socket) {
            return List.of("nc", "-U", "-w", "10", socket);
        }
    };

    abstract List<String> words(String socket);
}
