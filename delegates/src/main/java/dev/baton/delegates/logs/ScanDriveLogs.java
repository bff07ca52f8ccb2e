package dev.baton.delegates.logs;

import dev.baton.action.Command;
import dev.baton.action.Decisions;
import dev.baton.action.Delegate;
import dev.baton.action.Device;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Dialect;
import dev.baton.action.Finding;
import dev.baton.action.Findings;
import dev.baton.action.Observations;
import dev.baton.action.Observations.Seen;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.action.Session;
import dev.baton.action.Shell;
import dev.baton.delegates.logs.Judge.Judgement;
import dev.baton.delegates.logs.drive.Arrays;
import dev.baton.delegates.logs.drive.Drives;
import dev.baton.delegates.logs.drive.KnownHardware;
import dev.baton.delegates.logs.drive.Smart;
import dev.baton.delegates.logs.source.Bookmarks;
import dev.baton.delegates.logs.source.Excerpt;
import dev.baton.delegates.logs.source.Journal;
import dev.baton.delegates.logs.source.LogFiles;
import dev.baton.delegates.logs.source.LogLine;
import dev.baton.delegates.logs.source.LoggedHosts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds failing drives by what came into the logs of a host since the last look. Only reads, so repeating it is safe. */
@Component("scanDriveLogs")
@Delegate(
        name = "Scan drive logs",
        description =
                "Reads what came into the journal or the log files since the last look, of a log host those of other devices"
                        + " too, names the drives that the lines mean, weighs them with SMART and the arrays, and keeps one finding for each drive.",
        inputs = ScanDriveLogsInputs.class,
        outputs = {"failingDrives", "suspectDrives", "badLinks", "hostsBehind", "driveTable"})
class ScanDriveLogs implements DeviceDelegate<ScanDriveLogsInputs> {

    /** Recorded by the procedure for a host whose logs could not be read; a look that succeeds resolves it. */
    static final String UNREAD = "drive-log-unread";

    private static final Duration FRESH = Duration.ofDays(2);

    private final Observations observations;
    private final Decisions decisions;
    private final Findings findings;
    private InstantSource clock = InstantSource.system();

    ScanDriveLogs(Observations observations, Decisions decisions, Findings findings) {
        this.observations = observations;
        this.decisions = decisions;
        this.findings = findings;
    }

    /** The same by another clock. */
    ScanDriveLogs by(InstantSource other) {
        clock = other;
        return this;
    }

    /** The bookmark of the last look is part of the commands. */
    @Override
    public List<Command> render(Device device, Dialect dialect, ScanDriveLogsInputs inputs) {
        if (dialect.shell() != Shell.POSIX) {
            throw Problem.UNSUPPORTED.because(device.name() + " is no host with a shell whose logs can be read");
        }
        Bookmarks bookmarks = Memory.bookmarks(observations.latest(device.name(), Memory.KIND));
        List<Command> commands = new ArrayList<>(List.of(Journal.PRESENT));
        if (inputs.source() != LogSource.FILES) {
            commands.addAll(journal(inputs).commands(bookmarks));
        }
        if (inputs.source() != LogSource.JOURNAL) {
            commands.addAll(LogFiles.own(inputs.files()).commands(bookmarks));
        }
        hostFiles(device, inputs).ifPresent(files -> commands.addAll(files.commands(bookmarks)));
        commands.addAll(Drives.commands());
        commands.addAll(List.of(SuspectLines.BOOT, Arrays.READ));
        commands.addAll(Smart.commands(device, inputs.become()));
        return commands;
    }

    @Override
    public Result perform(Session session, ScanDriveLogsInputs inputs) {
        String device = session.device().name();
        Optional<Seen> seen = observations.latest(device, Memory.KIND);
        Excerpt excerpt = read(session, inputs, Memory.bookmarks(seen));
        LoggedHosts hosts = LoggedHosts.of(session.device());
        Map<String, List<LogLine>> lines = excerpt.lines().stream()
                .collect(Collectors.groupingBy(
                        line -> hosts.device(line).orElse(device), TreeMap::new, Collectors.toList()));
        SuspectLines suspect = SuspectLines.among(lines.getOrDefault(device, List.of()));
        lines.remove(device);
        OtherHosts others = OtherHosts.of(seen);
        lines.forEach((host, of) -> others.add(host, of, clock.instant()));
        Memory memory = Memory.of(seen);
        KnownHardware hardware = hardware(device);
        Collection<Judgement> judgements = suspect.isEmpty() && memory.drives().isEmpty()
                ? List.of()
                : judge(session, inputs, suspect, memory, hardware);
        List<Finding> found = new ArrayList<>(
                judgements.stream().map(judgement -> judgement.finding(device)).toList());
        found.addAll(others.findings(
                host -> judge(host, inputs),
                clock.instant(),
                inputs.memory(),
                (host, part, gone) -> gone.forEach(kind -> findings.resolve(session.run(), host, kind, part))));
        int count = suspect.count() + others.count();
        return Result.unchanged(Summary.of(excerpt, count, found))
                .with(Summary.facts(excerpt, count, found))
                .checked(settled(hardware), found)
                .observing(memory.kept(excerpt.bookmarks(), others));
    }

    @Override
    public Map<String, Object> summarise(Map<String, Result> results) {
        return Summary.of(results);
    }

    /** What the hardware check still sees is not resolved by logs that are quiet. */
    private static Set<String> settled(KnownHardware hardware) {
        Set<String> kinds = new HashSet<>(Verdict.kinds());
        kinds.addAll(List.of("drive-failed", "drive-missing", UNREAD));
        kinds.removeAll(hardware.kinds());
        return kinds;
    }

    private KnownHardware hardware(String device) {
        return KnownHardware.of(observations
                .latest(device, KnownHardware.KIND)
                .filter(known -> known.seenAt().isAfter(clock.instant().minus(FRESH))));
    }

    private static Excerpt read(Session session, ScanDriveLogsInputs inputs, Bookmarks bookmarks) {
        boolean journal = switch (inputs.source()) {
            case JOURNAL -> true;
            case FILES -> false;
            case AUTO -> session.send(Journal.PRESENT).succeeded();
        };
        Excerpt own = journal
                ? journal(inputs).read(session, bookmarks)
                : LogFiles.own(inputs.files()).read(session, bookmarks);
        return hostFiles(session.device(), inputs)
                .map(files -> own.and(files.read(session, own.bookmarks())))
                .orElse(own);
    }

    /** Of a log host: empty where it has lines of itself only. */
    private static Optional<LogFiles> hostFiles(Device device, ScanDriveLogsInputs inputs) {
        Map<String, String> owners = LoggedHosts.of(device).owners(inputs.hostFiles());
        return owners.isEmpty() ? Optional.empty() : Optional.of(new LogFiles(owners));
    }

    private static Journal journal(ScanDriveLogsInputs inputs) {
        return new Journal(Objects.requireNonNullElse(inputs.journalFolder(), ""), inputs.history());
    }

    /** One for each conspicuous drive: of several names that turn out to be one drive, the surest. */
    private Collection<Judgement> judge(
            Session session, ScanDriveLogsInputs inputs, SuspectLines suspect, Memory memory, KnownHardware hardware) {
        Instant now = clock.instant();
        Drives drives = Drives.read(session);
        suspect.addTo(memory, drives, SuspectLines.boot(session), now);
        memory.forget(drives, now, inputs.memory());
        Judge judge = new Judge(
                decisions,
                inputs.policy(),
                Smart.read(session, inputs.become()),
                Arrays.of(session.send(Arrays.READ).output()),
                hardware);
        Map<String, Judgement> surest = new LinkedHashMap<>();
        memory.drives().stream()
                .map(judge::judge)
                .filter(judgement -> judgement.verdict() != Verdict.QUIET)
                .forEach(judgement -> surest.merge(
                        judgement.part(),
                        judgement,
                        BinaryOperator.maxBy(Comparator.comparingInt(Judgement::confidence))));
        return surest.values();
    }

    /** For a host that is not asked: its lines, and what the last hardware check saw. */
    private Judge judge(String host, ScanDriveLogsInputs inputs) {
        return new Judge(decisions, inputs.policy(), new Smart(Map.of()), Arrays.of(""), hardware(host));
    }
}
