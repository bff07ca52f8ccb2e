package dev.baton.testing;

import dev.baton.inventory.InventoryDevice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A Debian host with apt, dpkg and pending updates of its own, behind a real OpenSSH server: an overlay over the root of this
 * machine, in a mount namespace that ends with it. {@code patch/root.sh} says what of it is played.
 */
public final class DebianRoot implements AutoCloseable {

    private static final Path SCRIPTS = Path.of("test", "resources", "patch").toAbsolutePath();
    private static final String UNSHARE = "/usr/bin/unshare";
    private static final String NSENTER = "/usr/bin/nsenter";

    private final String name;
    private final String root;
    private final Daemon namespace;
    private final String process;
    private final OpenSshServer server;

    public DebianRoot(String name, Path folder, Path repositories) throws Exception {
        this.name = name;
        this.root = folder.resolve("root").toString();
        namespace = new Daemon(
                        List.of(
                                UNSHARE,
                                "-m",
                                "--propagation",
                                "private",
                                SCRIPTS.resolve("root.sh").toString(),
                                folder.toString(),
                                repositories.toString()),
                        line -> line.startsWith("ready "))
                .awaitReady();
        process = namespace.output().replaceAll("(?s).*ready (\\d+).*", "$1");
        server = new OpenSshServer("ForceCommand " + String.join(" ", enter()) + " \"$SSH_ORIGINAL_COMMAND\"");
        server.beforeAll(null);
    }

    /** Skips the test where the programs or the right to mount are missing. */
    public static void require() throws IOException, InterruptedException {
        Programs.require("/usr/bin/apt-get", "/usr/bin/dpkg-deb", UNSHARE, NSENTER);
        Process mount = new ProcessBuilder(
                        UNSHARE, "-m", "--propagation", "private", "mount", "-t", "tmpfs", "t", "/mnt")
                .redirectErrorStream(true)
                .start();
        if (!mount.waitFor(20, TimeUnit.SECONDS) || mount.exitValue() != 0) {
            Programs.skip("this process may not mount file systems");
        }
    }

    /** Builds a repository of small packages, each a {@code name=version}. */
    public static void repository(Path folder, String label, String suite, String... packages) {
        Programs.run(
                words(List.of(SCRIPTS.resolve("repository.sh").toString(), folder.toString(), label, suite), packages));
    }

    public InventoryDevice device() {
        return Devices.named(name, "127.0.0.1", "linux", server.port(), server.credential(), server.pin());
    }

    /** Runs a script on the host, beside Baton. */
    public String run(String script) {
        return Programs.run(words(enter(), script));
    }

    /** The installed version of a package. */
    public String version(String packageName) {
        return run("dpkg-query -W -f '${Version}' " + packageName);
    }

    private List<String> enter() {
        return List.of(NSENTER, "-t", process, "-m", "/usr/sbin/chroot", root, "/bin/sh", "-c");
    }

    private static String[] words(List<String> first, String... more) {
        String[] all = first.toArray(new String[first.size() + more.length]);
        System.arraycopy(more, 0, all, first.size(), more.length);
        return all;
    }

    @Override
    public void close() throws IOException {
        server.afterAll(null);
        namespace.close();
    }
}
