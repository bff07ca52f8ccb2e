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
import dev.baton.action.Privilege;
import dev.baton.action.Result;
import dev.baton.action.Session;
import dev.baton.action.Severity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Restores some files of the last snapshot and compares them with those on the host. */
@Component("testRestore")
@Delegate(
        name = "Test restore",
        description =
                "Restores files of each host's last snapshot, chosen by chance, into a private folder, compares their"
                        + " SHA-256 with the files on the host, and takes them away. A file that does not come back, or"
                        + " comes back otherwise, is a finding; one that was changed since proves nothing.",
        effect = Effect.CONVERGE,
        inputs = TestRestoreInputs.class,
        outputs = {"restoreFailedCount", "slowestRestoreSeconds"})
class TestRestore implements DeviceDelegate<TestRestoreInputs> {

    static final String FAILED = "restore-test-failed";
    private static final String SOUND = "restored";
    private static final String SECONDS = "restoreSeconds";

    private static final String SCRIPT = """
            export LC_ALL=C TZ=UTC; umask 077; begin=$(date +%s); bytes=0; \
            dir=$(mktemp -d) || exit 9; trap 'rm -rf "$dir"' EXIT; repo=$1; pw=$2; host=$3; \
            r() { restic --repo "$repo" --password-file "$pw" "$@"; }; \
            r ls -l --host "$host" latest > "$dir/list" || exit 8; \
            grep '^-' "$dir/list" | shuf -n "$4" > "$dir/sample"; \
            while IFS= read -r line; do \
            path="/${line#*/}"; set -- ${line%%/*}; time="$5 $6"; \
            if ! r dump --host "$host" latest "$path" > "$dir/file" 2> "$dir/error" < /dev/null; then \
            echo "unreadable $path: $(tail -n 1 "$dir/error")"; continue; fi; \
            bytes=$((bytes + $(wc -c < "$dir/file"))); \
            if [ ! -f "$path" ]; then echo "gone $path"; \
            elif [ "$(sha256sum < "$dir/file")" = "$(sha256sum < "$path")" ]; then echo "same $path"; \
            elif [ "$(date -r "$path" '+%Y-%m-%d %H:%M:%S')" = "$time" ]; then echo "differs $path"; \
            else echo "changed $path"; fi; \
            done < "$dir/sample"; \
            echo "seconds $(($(date +%s) - begin))"; echo "bytes $bytes"\
            """;

    @Override
    public List<Command> render(Device device, Dialect dialect, TestRestoreInputs inputs) {
        Restic.requireHost(device, dialect);
        String line = Privilege.of(device, inputs.become())
                .line(
                        "sh",
                        "-c",
                        SCRIPT,
                        "baton-restore",
                        inputs.repository(),
                        inputs.passwordFile(),
                        device.name(),
                        String.valueOf(inputs.files()));
        return List.of(Command.exec(line).changing().within(inputs.timeout()));
    }

    @Override
    public Result interpret(Session session, TestRestoreInputs inputs, List<Answer> answers) {
        Device device = session.device();
        Restic restic = Restic.on(device, inputs.repository(), inputs.passwordFile(), inputs.become());
        Answer answer = answers.get(0);
        restic.requireOpened(answer);
        if (!answer.succeeded()) {
            throw restic.failed(answer);
        }
        RestoreReport report = RestoreReport.read(device, answer.wholeOutput(device));
        List<Finding> found = report.faulty().stream()
                .map(file -> finding(device, file.replaceFirst(": .*$", ""), "did not come back: " + file))
                .toList();
        if (found.isEmpty() && report.same() == 0) {
            found = List.of(finding(
                    device,
                    null,
                    "no file of the last snapshot could be compared; " + report.other() + " were changed since"));
        }
        return Result.unchanged(report.same() + " files came back as they are, "
                        + report.faulty().size() + " did not")
                .with(Map.of(
                        SOUND,
                        found.isEmpty(),
                        "comparedFiles",
                        report.same(),
                        SECONDS,
                        report.seconds(),
                        "restoredBytes",
                        report.bytes()))
                .checked(Set.of(FAILED), found)
                .observing(Observation.latest(
                        "restore-test",
                        Map.of(
                                "files", report.same(),
                                "faulty", report.faulty().size(),
                                "seconds", report.seconds(),
                                "bytes", report.bytes())));
    }

    @Override
    public Map<String, Object> summarise(Map<String, Result> results) {
        long failed = results.values().stream()
                .filter(result -> !Boolean.TRUE.equals(result.facts().get(SOUND)))
                .count();
        long slowest = results.values().stream()
                .map(result -> result.facts().get(SECONDS))
                .filter(Number.class::isInstance)
                .mapToLong(seconds -> ((Number) seconds).longValue())
                .max()
                .orElse(0);
        return Map.of("restoreFailedCount", (int) failed, "slowestRestoreSeconds", slowest);
    }

    private static Finding finding(Device device, @Nullable String part, String message) {
        return new Finding(device.name(), FAILED, part, Severity.CRITICAL, "The restore test failed: " + message);
    }
}
