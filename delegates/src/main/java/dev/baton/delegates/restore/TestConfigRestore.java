package dev.baton.delegates.restore;

import dev.baton.action.Command;
import dev.baton.action.ConfigArchive;
import dev.baton.action.ConfigArchive.Stored;
import dev.baton.action.Content;
import dev.baton.action.Delegate;
import dev.baton.action.Device;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Dialect;
import dev.baton.action.Finding;
import dev.baton.action.Observation;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.action.Session;
import dev.baton.action.Severity;
import dev.baton.delegates.config.DryLoad;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Proves that a kept configuration would restore. Changes nothing that runs, so repeating it is safe. */
@Component("testConfigRestore")
@Delegate(
        name = "Test configuration restore",
        description =
                "Checks of each device's last revision that it is what was kept, whole, and without secrets, tells which secrets"
                        + " a restore needs, and loads it into a candidate where the device has one, which is given up again.",
        inputs = TestConfigRestoreInputs.class,
        outputs = {"restorableCount", "loadedCount", "secretCount"})
class TestConfigRestore implements DeviceDelegate<TestConfigRestoreInputs> {

    static final String FAILED = "config-restore-failed";
    static final String UNTESTED = "config-restore-untested";
    static final String TESTED = "config-restore-test";

    private static final String SOUND = "restorable";
    private static final String LOADED = "loaded";
    private static final String SECRETS = "secrets";
    private static final int MOST = 20;

    private final ConfigArchive archive;

    TestConfigRestore(ConfigArchive archive) {
        this.archive = archive;
    }

    @Override
    public List<Command> render(Device device, Dialect dialect, TestConfigRestoreInputs inputs) {
        return load(device, dialect, inputs).map(DryLoad::commands).orElse(List.of());
    }

    private Optional<DryLoad> load(Device device, Dialect dialect, TestConfigRestoreInputs inputs) {
        return inputs.load()
                ? archive.stored(device.name()).flatMap(stored -> DryLoad.of(dialect, stored.configuration()))
                : Optional.empty();
    }

    @Override
    public Result perform(Session session, TestConfigRestoreInputs inputs) {
        Device device = session.device();
        Stored stored = archive.stored(device.name())
                .orElseThrow(() -> Problem.CHECK_FAILED.because(
                        device.name() + ": wanted a backup of the configuration, none is kept"));
        List<Finding> found = new ArrayList<>();
        flaw(session.dialect(), stored).ifPresent(flaw -> found.add(finding(stored, "content", flaw, null)));
        Optional<DryLoad> load = found.isEmpty() ? load(device, session.dialect(), inputs) : Optional.empty();
        List<String> refused = load.map(candidate -> candidate.refused(session)).orElse(List.of());
        if (!refused.isEmpty()) {
            String what = "the device refuses " + refused.size() + " lines of it";
            found.add(finding(
                    stored, "lines", what, String.join("\n", refused.subList(0, Math.min(MOST, refused.size())))));
        }
        List<String> secrets = MaskedSecrets.in(stored.configuration());
        return Result.unchanged(sentence(stored, found, load, secrets))
                .with(Map.of(
                        SOUND,
                        found.isEmpty(),
                        LOADED,
                        load.isPresent(),
                        SECRETS,
                        secrets.size(),
                        "secretLines",
                        secrets.subList(0, Math.min(MOST, secrets.size()))))
                .checked(Set.of(FAILED, UNTESTED), found)
                .observing(Observation.latest(
                        TESTED, Map.of("revision", stored.number(), SOUND, found.isEmpty(), LOADED, load.isPresent())));
    }

    private static Optional<String> flaw(Dialect dialect, Stored stored) {
        String text = stored.configuration();
        String digest = Content.of(text).sha256();
        if (!digest.equals(stored.sha256())) {
            return Optional.of("wanted the content with SHA-256 " + stored.sha256() + ", the database gives " + digest);
        }
        return dialect.incompleteness(text)
                .map(reason -> "it is not complete: " + reason)
                .or(() -> dialect.withoutSecrets(text).equals(text)
                        ? Optional.empty()
                        : Optional.of("it shows a secret that is masked by now; back it up again"));
    }

    private static Finding finding(Stored stored, String part, String what, @Nullable String evidence) {
        String message = "Revision " + stored.number() + " of the configuration would not restore: " + what;
        Finding finding = new Finding(stored.device(), FAILED, part, Severity.CRITICAL, message);
        return evidence == null ? finding : finding.seen(evidence);
    }

    private static String sentence(Stored stored, List<Finding> found, Optional<DryLoad> load, List<String> secrets) {
        if (!found.isEmpty()) {
            return found.get(0).message();
        }
        String how = load.map(candidate -> "the device takes its "
                        + candidate.lines().size() + " lines, " + candidate.left() + " were left out")
                .orElse("it is whole; the device has no way to try it");
        return "revision " + stored.number() + " would restore: " + how + "; " + secrets.size()
                + " secrets have to be entered";
    }

    @Override
    public Map<String, Object> summarise(Map<String, Result> results) {
        return Map.of(
                "restorableCount", count(results, SOUND),
                "loadedCount", count(results, LOADED),
                "secretCount",
                        results.values().stream()
                                .mapToInt(result -> ((Number) result.facts().getOrDefault(SECRETS, 0)).intValue())
                                .sum());
    }

    private static int count(Map<String, Result> results, String fact) {
        return Math.toIntExact(results.values().stream()
                .filter(result -> Boolean.TRUE.equals(result.facts().get(fact)))
                .count());
    }
}
