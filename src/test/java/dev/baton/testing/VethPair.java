package dev.baton.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Two interfaces of this machine with a cable between them. Register it as a static extension before those that look at it. */
public final class VethPair implements BeforeAllCallback, AfterAllCallback {

    private static final String IP = "/sbin/ip";

    private final String near =
            "bt" + Integer.toString(ThreadLocalRandom.current().nextInt(1 << 24), 36);
    private final String far = near + "p";
    private final boolean plugged;
    private final @Nullable NetworkNamespace behind;

    /** @param plugged whether there is a link */
    public VethPair(boolean plugged) {
        this.plugged = plugged;
        this.behind = null;
    }

    /** A cable into a namespace, which was registered before. */
    public VethPair(NetworkNamespace behind) {
        this.plugged = true;
        this.behind = behind;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        Programs.require(IP);
        String refusal = Programs.run(
                "/bin/sh", "-c", IP + " link add " + near + " type veth peer name " + far + " 2>&1 || true");
        if (refusal.contains("not permitted")) {
            // A right is no program that could be installed, so that CI may lack it, too.
            String reason = "this account may not add network interfaces: " + refusal.strip();
            System.err.println("Skipped: " + reason);
            Assumptions.abort(reason);
        }
        if (behind != null) {
            Programs.run(IP, "link", "set", far, "netns", behind.name());
        }
        Programs.run(IP, "link", "set", near, "up");
        if (plugged) {
            setFarEnd("up");
        }
    }

    /** @param state {@code up} or {@code down} */
    public void setFarEnd(String state) {
        if (behind == null) {
            Programs.run(IP, "link", "set", far, state);
        } else {
            behind.run(IP, "link", "set", far, state);
        }
    }

    /** The name of the other end. */
    public String farName() {
        return far;
    }

    /** The name of the end that is looked at. */
    public String name() {
        return near;
    }

    /** The index that the kernel and agents give it. */
    public int index() {
        try {
            return Integer.parseInt(
                    Files.readString(Path.of("/sys/class/net", near, "ifindex")).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (Files.exists(Path.of("/sys/class/net", near))) {
            Programs.run(IP, "link", "del", near);
        }
    }
}
