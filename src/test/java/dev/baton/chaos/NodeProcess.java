package dev.baton.chaos;

import dev.baton.testing.Programs;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One of the nodes: a process that is started again after it was killed, in the same folder and on the same port. */
final class NodeProcess {

    private final List<String> command;
    private final Map<String, String> environment;
    private final Path folder;
    private final Path log;
    private final int port = Programs.freePort();
    private Process process;

    NodeProcess(Path folder, Path log, List<String> settings, Map<String, String> environment) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.log = log;
        this.environment = environment;
        command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx320m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Duser.timezone=UTC",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                ChaosNode.class.getName(),
                "--server.port=" + port));
        command.addAll(settings);
    }

    /** Unless it runs. */
    synchronized void start() throws IOException {
        if (process != null && process.isAlive()) {
            return;
        }
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        process = builder.start();
    }

    String address() {
        return "http://localhost:" + port;
    }

    boolean ready() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    synchronized boolean alive() {
        return process.isAlive();
    }

    synchronized void kill() throws InterruptedException {
        process.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
    }

    /** @return whether it ended by itself, as it was asked to */
    synchronized boolean drain() throws InterruptedException {
        process.destroy();
        return process.waitFor(3, TimeUnit.MINUTES);
    }

    void freeze() {
        Programs.run("sh", "-c", "kill -STOP " + process.pid());
    }

    void thaw() {
        Programs.run("sh", "-c", "kill -CONT " + process.pid());
    }
}
