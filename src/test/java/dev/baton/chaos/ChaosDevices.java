package dev.baton.chaos;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.command.AbstractCommandSupport;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;

/**
 * Fake devices behind one SSH port, told apart by the user name, in a process of their own; their log, to which they only append,
 * is the judge of what reached them. What was begun is brought to its end, whoever hangs up.
 */
final class ChaosDevices {

    private final SshServer server = SshServer.setUpDefaultServer();
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
    private final Map<String, Integer> busy = new HashMap<>();
    private final Random random;
    private final FileChannel log;

    private ChaosDevices(Path folder, String password, long seed) throws IOException {
        random = new Random(seed);
        log = FileChannel.open(folder.resolve(DeviceLog.FILE), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        SimpleGeneratorHostKeyProvider key = new SimpleGeneratorHostKeyProvider(folder.resolve("host-key"));
        key.setAlgorithm("EC");
        server.setKeyPairProvider(key);
        server.setHost("127.0.0.1");
        server.setPasswordAuthenticator((user, given, session) -> password.equals(given));
        server.setCommandFactory((channel, command) -> new Executed(command));
        server.start();
    }

    /** Says its port and host key, and ends with whoever started it. */
    public static void main(String[] arguments) throws Exception {
        ChaosDevices devices = new ChaosDevices(Path.of(arguments[0]), arguments[1], Long.parseLong(arguments[2]));
        System.out.println(devices.server.getPort() + " "
                + KeyUtils.getFingerPrint(devices.server
                        .getKeyPairProvider()
                        .loadKeys(null)
                        .iterator()
                        .next()
                        .getPublic()));
        System.in.transferTo(java.io.OutputStream.nullOutputStream());
        System.exit(0);
    }

    private synchronized String ask(String device, String label) throws IOException {
        write("ask", device, label);
        Integer running = busy.get(device + " " + label);
        return running == null ? "never" : running == 0 ? "done" : "busy";
    }

    private synchronized void begin(String device, String label) throws IOException {
        write("begin", device, label);
        busy.merge(device + " " + label, 1, Integer::sum);
        clock.schedule(() -> end(device, label), 100 + random.nextInt(300), TimeUnit.MILLISECONDS);
    }

    private synchronized void end(String device, String label) {
        try {
            write("end", device, label);
        } catch (IOException e) {
            System.exit(1);
        }
        busy.merge(device + " " + label, -1, Integer::sum);
        notifyAll();
    }

    private synchronized void awaitEnd(String device, String label) throws InterruptedException {
        while (busy.get(device + " " + label) > 0) {
            wait();
        }
    }

    private void write(String what, String device, String label) throws IOException {
        String line = System.currentTimeMillis() + " " + what + " " + device + " " + label + "\n";
        log.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
    }

    private final class Executed extends AbstractCommandSupport {

        Executed(String command) {
            super(command, null);
        }

        @Override
        public void run() {
            String device = getServerSession().getUsername();
            String[] words = getCommand().split(" ", 2);
            try {
                String answer = "";
                if (words[0].equals("ask")) {
                    answer = ask(device, words[1]);
                } else {
                    begin(device, words[1]);
                    awaitEnd(device, words[1]);
                }
                getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
                getOutputStream().flush();
                onExit(0);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (IOException e) {
                onExit(1, "the client is gone");
            }
        }
    }
}
