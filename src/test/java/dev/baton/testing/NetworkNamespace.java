package dev.baton.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A network namespace with an address of its own, which this machine reaches over a cable. Register it as a static extension. */
public final class NetworkNamespace implements BeforeAllCallback, AfterAllCallback {

    private static final String IP = "/sbin/ip";

    private final int number = ThreadLocalRandom.current().nextInt(1 << 13);
    private final String name = "btn" + number;
    private final String near = "btm" + number;

    @Override
    public void beforeAll(ExtensionContext context) {
        Programs.require(IP);
        String refusal = Programs.run("/bin/sh", "-c", IP + " netns add " + name + " 2>&1 || true");
        if (!refusal.isBlank()) {
            // A right is no program that could be installed, so that CI may lack it, too.
            String reason = "this account may not add network namespaces: " + refusal.strip();
            System.err.println("Skipped: " + reason);
            Assumptions.abort(reason);
        }
        Programs.run(IP, "link", "add", near, "type", "veth", "peer", "name", inside(), "netns", name);
        Programs.run(IP, "address", "add", hostAddress() + "/29", "dev", near);
        Programs.run(IP, "link", "set", near, "up");
        run(IP, "address", "add", address() + "/29", "dev", inside());
        run(IP, "link", "set", inside(), "up");
        run(IP, "link", "set", "lo", "up");
        String hardware =
                run("/bin/cat", "/sys/class/net/" + inside() + "/address").strip();
        Programs.run(IP, "neigh", "add", silentAddress(), "lladdr", hardware, "dev", near);
    }

    public String name() {
        return name;
    }

    /** The interface in the namespace that has its address. */
    public String inside() {
        return near + "i";
    }

    /** Its address, in the range for benchmarks (RFC 2544). */
    public String address() {
        return address(2);
    }

    /** The address of this machine on the cable. */
    public String hostAddress() {
        return address(1);
    }

    /** An address behind the same cable that nobody has: what is sent there arrives, and is dropped without a word. */
    public String silentAddress() {
        return address(3);
    }

    /** Eight addresses belong to each number. */
    private String address(int host) {
        return "198.18." + number / 32 + "." + (number % 32 * 8 + host);
    }

    /** The words that run a program in it. */
    public List<String> within(List<String> words) {
        List<String> all = new ArrayList<>(List.of(IP, "netns", "exec", name));
        all.addAll(words);
        return all;
    }

    public String run(String... words) {
        return Programs.run(Stream.concat(Stream.of(IP, "netns", "exec", name), Stream.of(words))
                .toArray(String[]::new));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Programs.run("/bin/sh", "-c", IP + " link del " + near + "; " + IP + " netns del " + name + " || true");
    }
}
