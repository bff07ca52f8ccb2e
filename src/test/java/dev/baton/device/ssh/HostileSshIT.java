package dev.baton.device.ssh;

import static dev.baton.action.Problem.ANSWER_INCOMPLETE;
import static dev.baton.action.Problem.AUTH_FAILED;
import static dev.baton.action.Problem.COMMAND_REJECTED;
import static dev.baton.action.Problem.HOST_KEY_MISMATCH;
import static dev.baton.action.Problem.OUTCOME_UNKNOWN;
import static dev.baton.action.Problem.TIMEOUT;
import static dev.baton.action.Problem.UNREACHABLE;
import static dev.baton.device.ssh.HostilePeer.afterPrompt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.action.ActionProblem;
import dev.baton.action.Command;
import dev.baton.action.Problem;
import dev.baton.device.Deadlines;
import dev.baton.device.DeviceLink;
import dev.baton.device.DeviceSettings;
import dev.baton.device.ssh.TamperingPeer.Harm;
import dev.baton.inventory.Credential;
import dev.baton.secret.SecretReference;
import dev.baton.testing.Devices;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.sshd.server.forward.DirectTcpipFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers that do what no server should: each ends in its problem, within its deadline, and leaves nothing behind. */
class HostileSshIT {

    private static final Duration STEP = Duration.ofSeconds(10);
    private static final Duration COMMAND = Duration.ofSeconds(6);
    /** Connecting, exchanging keys, logging in, the command, leaving, and a busy machine. */
    private static final Duration ALL_STEPS = STEP.multipliedBy(4).plus(COMMAND);

    private static final Command READ = Command.exec("abuse").within(COMMAND);
    private static final Command CHANGE = READ.changing();
    private static final Command TYPED = Command.cli("abuse").within(COMMAND);

    private static final byte[] HELLO = bytes("SSH-2.0-hostile\r\n");

    @TempDir
    Path folder;

    private final Set<Thread> before = Thread.getAllStackTraces().keySet();
    private final Map<String, Case> cases = new LinkedHashMap<>();
    private final ExecutorService clients = Executors.newCachedThreadPool();
    private Deadlines deadlines;
    private SshProtocol protocol;
    private Credential credential;

    @BeforeEach
    void start() throws IOException {
        deadlines = new Deadlines();
        protocol = TestSsh.protocol(
                new DeviceSettings(
                        STEP, STEP, STEP, STEP, STEP, STEP, STEP, STEP, 0, null, null, Path.of("target", "scrub.key")),
                deadlines);
        Path password = Files.writeString(folder.resolve("password"), "horse\n");
        credential = new Credential.SshPassword("ops", "ops", new SecretReference("file:" + password), null);
    }

    @AfterEach
    void stop() throws IOException {
        for (Case each : cases.values()) {
            each.peer().close();
        }
        clients.shutdownNow();
        protocol.close();
        deadlines.close();
    }

    @Test
    void eachEndsInItsProblemWithinItsDeadlineAndLeavesNothingBehind() throws Exception {
        whoDoNotSpeakSsh();
        whoBeginAndDoNotGoOn();
        whoAreTamperedWith();
        whoDoNotLetAnybodyIn();
        whoRunCommandsBadly();
        whoTypeBadly();
        Map<String, Future<String>> ends = cases.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> clients.submit(() -> end(each.getValue()))));

        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, Case> each : cases.entrySet()) {
            String seen = ends.get(each.getKey()).get(ALL_STEPS.toSeconds(), TimeUnit.SECONDS);
            if (each.getValue().wanted().stream().map(Problem::name).noneMatch(seen::equals)) {
                wrong.add(each.getKey() + ": wanted " + each.getValue().wanted() + ", seen " + seen);
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(cases).hasSizeGreaterThanOrEqualTo(40);
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        cases.values().stream().allMatch(each -> each.peer().isLeft()));
        protocol.close();
        await().atMost(Duration.ofSeconds(20)).until(this::threadsLeft, List::isEmpty);
    }

    private void whoDoNotSpeakSsh() throws IOException {
        raw("says nothing", RawPeer.sending());
        raw("hangs up", RawPeer.closingAfter());
        raw("resets", RawPeer.resetting());
        raw("is a web server", RawPeer.closingAfter(bytes("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")));
        raw("speaks SSH 1", RawPeer.sending(bytes("SSH-1.5-old\r\n")));
        raw("sends noise", RawPeer.sending(RawPeer.noise(100_000)));
        raw("has an endless first line", RawPeer.repeating(new byte[0], RawPeer.filled(65_536, 'x'), 5));
        raw("has an endless greeting", RawPeer.repeating(new byte[0], bytes("welcome\r\n".repeat(5_000)), 5));
        raw("has a huge version", RawPeer.sending(bytes("SSH-2.0-"), RawPeer.filled(1_000_000, 'v'), bytes("\r\n")));
        raw("drips its version", RawPeer.dripping(bytes("SSH-2.0-" + "slow".repeat(50)), 500));
    }

    private void whoBeginAndDoNotGoOn() throws IOException {
        raw("falls silent after its version", RawPeer.sending(HELLO));
        raw("hangs up after its version", RawPeer.closingAfter(HELLO));
        raw("sends noise after its version", RawPeer.sending(HELLO, RawPeer.noise(100_000)));
        raw("says goodbye", RawPeer.sending(HELLO, RawPeer.packet(1, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0)));
        raw("announces two gigabytes", RawPeer.sending(HELLO, new byte[] {0x7f, -1, -1, -1, 4}));
        raw("announces less than nothing", RawPeer.sending(HELLO, new byte[] {-1, -1, -1, -1, 4}));
        raw("announces an empty packet", RawPeer.sending(HELLO, new byte[16]));
        raw("sends half a key exchange", RawPeer.sending(HELLO, new byte[] {0, 0, 4, 0, 10, 20, 1, 2, 3}));
        raw("sends an empty key exchange", RawPeer.sending(HELLO, RawPeer.packet(20)));
        raw("lets in before the key exchange", RawPeer.sending(HELLO, RawPeer.packet(52)));
        raw("ignores for ever", RawPeer.repeating(HELLO, RawPeer.packet(2, 0, 0, 0, 0), 1));
        raw("drips its packets", RawPeer.dripping(concatenated(HELLO, RawPeer.packet(2, 0, 0, 0, 0)), 700));
    }

    private void whoAreTamperedWith() throws Exception {
        for (Harm harm : Harm.values()) {
            for (int after : new int[] {5, 300, 1_100, 1_500, 2_500}) {
                HostilePeer honest = new HostilePeer(HostilePeer.repeating("x".repeat(1_000), 1));
                add(
                        harm + " after " + after + " bytes",
                        new TamperingPeer(honest, harm, after),
                        READ,
                        UNREACHABLE,
                        TIMEOUT,
                        HOST_KEY_MISMATCH);
            }
        }
    }

    private void whoDoNotLetAnybodyIn() throws Exception {
        add("never answers a login", HostilePeer.mute(), READ, UNREACHABLE);
        add(
                "refuses every login",
                new HostilePeer(with -> {}, server -> server.setPasswordAuthenticator((user, word, session) -> false)),
                READ,
                AUTH_FAILED);
        add(
                "hangs up at the login",
                new HostilePeer(
                        with -> {},
                        server -> server.setPasswordAuthenticator((user, word, session) -> {
                            session.close(true);
                            return false;
                        })),
                READ,
                UNREACHABLE);
        add(
                "opens no session",
                new HostilePeer(with -> {}, server -> server.setChannelFactories(List.of(DirectTcpipFactory.INSTANCE))),
                CHANGE,
                UNREACHABLE);
        add(
                "runs no command",
                new HostilePeer(with -> {}, server -> server.setCommandFactory(null)),
                CHANGE,
                COMMAND_REJECTED);
    }

    private void whoRunCommandsBadly() throws Exception {
        both("gives no exit status", with -> with.channel().close(false), UNREACHABLE);
        both("never ends", with -> with.over().await(), TIMEOUT);
        both("hangs up in the middle", HostilePeer.With::drop, UNREACHABLE);
        both("prints for ever", HostilePeer.repeating("x".repeat(65_536), 5), TIMEOUT);
        both("drips for ever", HostilePeer.repeating("x", 100), TIMEOUT);
        both(
                "complains for ever",
                with -> {
                    while (!with.over().await(5, TimeUnit.MILLISECONDS)) {
                        with.errors().write(RawPeer.filled(65_536, 'e'));
                        with.errors().flush();
                    }
                },
                TIMEOUT);
    }

    private void whoTypeBadly() throws Exception {
        typing("has no prompt", with -> with.over().await(), ANSWER_INCOMPLETE, UNREACHABLE);
        typing("greets for ever", HostilePeer.repeating("hello#\r\n", 5), ANSWER_INCOMPLETE, UNREACHABLE);
        typing("leaves after the login", with -> with.exit().onExit(0), UNREACHABLE);
        typing(
                "changes its prompt",
                with -> {
                    for (int i = 0; ; i++) {
                        with.say("\r\ncore" + i + "#");
                        with.line();
                    }
                },
                ANSWER_INCOMPLETE);
        typing("asks", afterPrompt(with -> with.say("Really? [confirm]")), ANSWER_INCOMPLETE);
        typing("falls silent", afterPrompt(with -> with.say("wait")), TIMEOUT);
        typing("hangs up", afterPrompt(HostilePeer.With::drop), UNREACHABLE);
        typing("types for ever", afterPrompt(HostilePeer.repeating("x".repeat(65_536), 5)), TIMEOUT);
        typing("pages for ever", afterPrompt(HostilePeer.repeating("x\r\n --More-- ", 200)), TIMEOUT);
        typing("prompts for ever", afterPrompt(HostilePeer.repeating("other1#\r\n", 50)), TIMEOUT);
        typing(
                "moves the cursor for ever",
                afterPrompt(HostilePeer.repeating("\u001B[999D\b\r".repeat(5_000), 20)),
                TIMEOUT);
        typing(
                "begins a sequence for ever",
                afterPrompt(HostilePeer.repeating("\u001B]" + "(".repeat(50_000), 20)),
                TIMEOUT);
    }

    private void raw(String name, RawPeer.Act act) throws IOException {
        add(name, new RawPeer(act), READ, UNREACHABLE);
    }

    private void both(String name, HostilePeer.Talk talk, Problem wanted) throws IOException, GeneralSecurityException {
        add(name, new HostilePeer(talk), READ, wanted);
        add(name + " in a change", new HostilePeer(talk), CHANGE, OUTCOME_UNKNOWN);
    }

    private void typing(String name, HostilePeer.Talk talk, Problem... wanted)
            throws IOException, GeneralSecurityException {
        add(name + " at a prompt", new HostilePeer(talk), TYPED, wanted);
    }

    private void add(String name, Peer peer, Command command, Problem... wanted) {
        cases.put(name, new Case(peer, command, Set.of(wanted)));
    }

    private String end(Case one) {
        try (DeviceLink link = protocol.open(Devices.ssh(
                "cisco_ios", one.peer().port(), credential, one.peer().trust()))) {
            link.send(one.command());
            return "an answer";
        } catch (ActionProblem problem) {
            return problem.getMessage().contains("box1") ? problem.problem().name() : problem.getMessage();
        } catch (RuntimeException e) {
            return e.toString();
        }
    }

    private List<String> threadsLeft() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread))
                .map(Thread::getName)
                .filter(name -> name.startsWith("ssh-reader") || name.startsWith("sshj"))
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] concatenated(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private record Case(Peer peer, Command command, Set<Problem> wanted) {}
}
