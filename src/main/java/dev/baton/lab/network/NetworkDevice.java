package dev.baton.lab.network;

import dev.baton.lab.machine.Machine;
import dev.baton.lab.machine.Power;
import dev.baton.lab.machine.Reply;
import dev.baton.lab.machine.Terminal;
import dev.baton.lab.posix.PosixShell;
import dev.baton.lab.posix.Program;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** A simulated switch or router: what runs, what was saved, and since when. */
public final class NetworkDevice implements Machine {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "HH:mm:ss.SSS 'UTC' EEE MMM d yyyy", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** The account that everybody uses here. */
    private static final String LOGIN = "netops";

    private final Profile profile;
    private final Power power;
    private final Clock clock;
    private final String serial;
    private final AtomicInteger ticks = new AtomicInteger(17_179_800);
    private final Changes changes = new Changes();
    private volatile RunningConfig running;
    private volatile String saved;
    private volatile Instant bootedAt;
    private volatile Instant changedAt;
    private volatile String changedBy = LOGIN;

    /** @param fill puts the device's own values into the configuration of its platform */
    public NetworkDevice(String name, String platform, UnaryOperator<String> fill, Power power, Clock clock) {
        this.profile = Profile.of(platform);
        this.power = power;
        this.clock = clock;
        this.serial = "LAB" + Integer.toHexString(name.hashCode()).toUpperCase(Locale.ROOT);
        this.running = new RunningConfig(profile, fill.apply(profile.config()));
        this.saved = running.text();
        this.bootedAt = clock.instant().minus(Duration.ofDays(40));
        this.changedAt = bootedAt;
    }

    /** Starts again with what was saved; a change that was not saved is lost. */
    @Override
    public void boot() {
        running = new RunningConfig(profile, withoutMarks(saved));
        bootedAt = clock.instant();
        changedAt = bootedAt;
        changedBy = "console";
    }

    @Override
    public Duration uptime() {
        return Duration.between(bootedAt, clock.instant());
    }

    @Override
    public void talk(Terminal terminal) throws IOException {
        terminal.print(filled(profile.banner()));
        new CliSession(this, terminal).talk();
    }

    /** Runs one command without a session, as SSH's exec channel offers it; a router also knows {@code vtysh -c}. */
    @Override
    public Reply run(String command) {
        if (command.startsWith("vtysh ")) {
            return PosixShell.run(command, Map.<String, Program>of("vtysh", (words, input) -> vtysh(words))::get);
        }
        return oneByOne(List.of(command));
    }

    private Reply vtysh(List<String> words) {
        return oneByOne(words.stream().filter(word -> !word.equals("-c")).toList());
    }

    private Reply oneByOne(List<String> commands) {
        Collected terminal = new Collected();
        CliSession session = new CliSession(this, terminal);
        session.withoutPaging();
        try {
            for (String command : commands) {
                session.execute(command);
            }
        } catch (IOException e) {
            return Reply.failed(1, e + "\n");
        }
        return new Reply(session.hadError() ? 1 : 0, terminal.text(), "");
    }

    Profile profile() {
        return profile;
    }

    RunningConfig config() {
        changes.due(clock.instant()).ifPresent(this::run);
        return running;
    }

    Changes changes() {
        return changes;
    }

    void run(RunningConfig config) {
        running = config;
        changed();
    }

    /** From now on what runs comes back after a time, unless that is confirmed away. */
    boolean await(String name, Duration time) {
        return changes.await(name, running.copy(), clock.instant(), time);
    }

    String runningText() {
        return shown(config().text());
    }

    String savedText() {
        return shown(saved);
    }

    void changed() {
        changedAt = clock.instant();
        changedBy = LOGIN;
    }

    void save() {
        saved = running.text();
    }

    void reload() {
        power.reboot();
    }

    String filled(String template) {
        return template.replace("{{hostname}}", running.hostname())
                .replace("{{serial}}", serial)
                .replace("{{now}}", TIME.format(clock.instant()))
                .replace("{{changed}}", TIME.format(changedAt))
                .replace("{{author}}", changedBy)
                .replace("{{uptime}}", uptime().toDays() + " days, " + uptime().toHoursPart() + " hours");
    }

    private String shown(String text) {
        String header = profile.header().replace("{{bytes}}", String.valueOf(text.length()));
        String footer = profile.footer().replace("{{ticks}}", String.valueOf(ticks.incrementAndGet()));
        return filled(header) + text + filled(footer);
    }

    private static String withoutMarks(String text) {
        return text.replace("!\n", "");
    }
}
