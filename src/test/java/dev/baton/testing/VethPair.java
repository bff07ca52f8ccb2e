package dev.baton.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
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

    /** @param plugged whether there is a link */
    public VethPair(boolean plugged) {
        this.plugged = plugged;
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
        Programs.run(IP, "link", "set", near, "up");
        if (plugged) {
            Programs.run(IP, "link", "set", far, "up");
        }
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
