package dev.baton.delegates.release;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Delegate;
import dev.baton.action.Device;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Dialect;
import dev.baton.action.Result;
import dev.baton.action.Session;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells which release of an application each host runs. Only reads, so repeating it is safe. */
@Component("readRelease")
@Delegate(
        name = "Read release",
        description =
                "Tells which release is the current one on each host, and how many run another than the wanted one.",
        inputs = ReadReleaseInputs.class,
        outputs = {"releaseTable", "outdatedCount"})
class ReadRelease implements DeviceDelegate<ReadReleaseInputs> {

    private static final String RELEASE = "release";
    private static final String OUTDATED = "outdated";

    @Override
    public List<Command> render(Device device, Dialect dialect, ReadReleaseInputs inputs) {
        ReleaseFolder.requireRelease(inputs.release());
        return List.of(ReleaseFolder.of(device, dialect, inputs.folder()).current());
    }

    @Override
    public Result interpret(Session session, ReadReleaseInputs inputs, List<Answer> answers) {
        String current = answers.get(0).output().strip();
        boolean outdated = !current.equals(ReleaseFolder.link(inputs.release()));
        String release = current.isEmpty() ? "none" : current.replaceFirst("^releases/", "");
        return Result.unchanged("runs release " + release).with(Map.of(RELEASE, release, OUTDATED, outdated));
    }

    @Override
    public Map<String, Object> summarise(Map<String, Result> results) {
        List<Map<String, Object>> table = results.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> Map.of(
                        "device",
                        entry.getKey(),
                        RELEASE,
                        entry.getValue().facts().getOrDefault(RELEASE, "not known")))
                .toList();
        long outdated = results.values().stream()
                .filter(result -> !Boolean.FALSE.equals(result.facts().get(OUTDATED)))
                .count();
        return Map.of("releaseTable", table, "outdatedCount", (int) outdated);
    }
}
