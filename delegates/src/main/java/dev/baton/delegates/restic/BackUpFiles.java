package dev.baton.delegates.restic;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Delegate;
import dev.baton.action.Device;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Dialect;
import dev.baton.action.Effect;
import dev.baton.action.Finding;
import dev.baton.action.Observation;
import dev.baton.action.Observations;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.action.Session;
import dev.baton.action.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Backs up files of hosts with restic and reads back what is in the snapshot. */
@Component("backUpFiles")
@Delegate(
        name = "Back up files",
        description =
                "Backs up paths of each host with restic, once per run, and reads the snapshot back: a path that is"
                        + " not in it, files that could not be read, or half as many files as the last time are a"
                        + " finding, whatever restic's exit status says.",
        effect = Effect.CONVERGE,
        inputs = BackUpFilesInputs.class,
        outputs = {"backupTable", "incompleteCount", "worstRpoHours"})
class BackUpFiles implements DeviceDelegate<BackUpFilesInputs> {

    static final String INCOMPLETE = "backup-incomplete";
    static final String FAILED = "host-backup-failed";
    static final String OBSERVED = "host-backup";
    private static final String INCOMPLETE_FACT = "incomplete";
    private static final String RPO = "rpoHours";

    /** Some files could not be read; the snapshot was made. */
    private static final int PARTLY = 3;

    private final Observations observations;

    BackUpFiles(Observations observations) {
        this.observations = observations;
    }

    @Override
    public List<Command> render(Device device, Dialect dialect, BackUpFilesInputs inputs) {
        Restic.requireHost(device, dialect);
        Restic restic = restic(device, inputs);
        return List.of(restic.tagged(inputs.tag()), backup(restic, inputs));
    }

    @Override
    public Result perform(Session session, BackUpFilesInputs inputs) {
        Device device = session.device();
        Restic restic = restic(device, inputs);
        List<Snapshot> before = restic.snapshots(session, restic.tagged(inputs.tag()));
        if (!before.isEmpty()) {
            Snapshot there = before.get(before.size() - 1);
            List<Finding> missing = missing(device, inputs, there);
            return Result.unchanged("snapshot " + there.id() + " of this run is there already")
                    .with(Map.of("snapshotId", there.id(), INCOMPLETE_FACT, !missing.isEmpty()))
                    .with(missing);
        }
        Answer answer = session.send(backup(restic, inputs));
        restic.requireOpened(answer);
        boolean partly = answer.exitStatus() != null && answer.exitStatus() == PARTLY;
        if (!answer.succeeded() && !partly) {
            throw restic.failed(answer);
        }
        Snapshot made = restic.snapshots(session, restic.tagged(inputs.tag())).stream()
                .reduce((first, last) -> last)
                .orElseThrow(() -> Problem.CHECK_FAILED.because(device.name() + ": restic ended with "
                        + answer.exitStatus() + ", but no snapshot carries the tag " + inputs.tag()));
        BackupSummary summary = BackupSummary.of(device, answer.output());
        Optional<Map<String, Object>> earlier =
                observations.latest(device.name(), OBSERVED).map(Observations.Seen::content);
        List<Finding> found = new ArrayList<>(missing(device, inputs, made));
        if (partly) {
            found.add(incomplete(device, "unreadable files", "Some files could not be read")
                    .seen(answer.errorOutput()));
        }
        earlier.map(BackupSummary::of)
                .filter(last -> summary.files() * 2 < last.files())
                .ifPresent(last -> found.add(incomplete(
                        device,
                        "number of files",
                        "Only " + summary.files() + " files, the backup before had " + last.files())));
        return Result.changed("snapshot " + made.id() + ": " + summary.files() + " files")
                .with(facts(made, summary, found, earlier))
                .checked(Set.of(INCOMPLETE, FAILED), found)
                .observing(Observation.latest(OBSERVED, summary.content(made.time())));
    }

    private static Map<String, Object> facts(
            Snapshot made, BackupSummary summary, List<Finding> found, Optional<Map<String, Object>> earlier) {
        Map<String, Object> facts = new HashMap<>(Map.of(
                "snapshotId",
                made.id(),
                "files",
                summary.files(),
                "bytes",
                summary.bytes(),
                "addedBytes",
                summary.addedBytes(),
                INCOMPLETE_FACT,
                !found.isEmpty()));
        earlier.map(content -> content.get("time"))
                .map(String::valueOf)
                .ifPresent(time -> facts.put(RPO, hours(time, made.time())));
        return facts;
    }

    /** As old as the data in the backup before became until this one: the recovery point that was really had. */
    private static double hours(String before, String now) {
        return Duration.between(Instant.parse(before), Instant.parse(now)).toMinutes() / 60.0;
    }

    @Override
    public Map<String, Object> summarise(Map<String, Result> results) {
        List<Map<String, Object>> table = results.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> row(entry.getKey(), entry.getValue().facts()))
                .toList();
        long incomplete = results.values().stream()
                .filter(result -> !Boolean.FALSE.equals(result.facts().get(INCOMPLETE_FACT)))
                .count();
        double worst = results.values().stream()
                .map(result -> result.facts().get(RPO))
                .filter(Number.class::isInstance)
                .mapToDouble(hours -> ((Number) hours).doubleValue())
                .max()
                .orElse(0);
        return Map.of("backupTable", table, "incompleteCount", (int) incomplete, "worstRpoHours", worst);
    }

    private static Map<String, Object> row(String device, Map<String, Object> facts) {
        Map<String, Object> row = new HashMap<>(Map.of("device", device));
        Stream.of("snapshotId", "files", "bytes", "addedBytes", RPO)
                .filter(facts::containsKey)
                .forEach(name -> row.put(name, facts.get(name)));
        return row;
    }

    private static List<Finding> missing(Device device, BackUpFilesInputs inputs, Snapshot snapshot) {
        return inputs.paths().stream()
                .map(BackUpFiles::withoutSlash)
                .filter(path -> !snapshot.paths().contains(path))
                .map(path -> incomplete(device, path, "It is not in the snapshot: restic skips what is not there"))
                .toList();
    }

    private static String withoutSlash(String path) {
        return path.length() > 1 ? path.replaceFirst("/+$", "") : path;
    }

    private static Finding incomplete(Device device, String part, String message) {
        return new Finding(device.name(), INCOMPLETE, part, Severity.CRITICAL, part + ": " + message + ".");
    }

    private static Command backup(Restic restic, BackUpFilesInputs inputs) {
        String[] words = Stream.concat(
                        Stream.of("backup", "--json", "--host", restic.device().name(), "--tag", inputs.tag(), "--"),
                        inputs.paths().stream())
                .toArray(String[]::new);
        return restic.command(words).changing().detach().within(inputs.timeout());
    }

    private static Restic restic(Device device, BackUpFilesInputs inputs) {
        return Restic.on(device, inputs.repository(), inputs.passwordFile(), inputs.become());
    }
}
