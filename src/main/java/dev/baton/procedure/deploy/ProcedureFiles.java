package dev.baton.procedure.deploy;

import dev.baton.procedure.check.Checks;
import dev.baton.procedure.check.Origin;
import dev.baton.procedure.check.Violation;
import dev.baton.procedure.source.Bundle;
import dev.baton.procedure.source.Bundles;
import dev.baton.procedure.source.SourceFile;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Keeps the engine in step with the shipped procedures and those of the outside folder, which win over them. */
@Component
public class ProcedureFiles {

    private static final Logger LOG = LoggerFactory.getLogger(ProcedureFiles.class);
    private static final String PERSON = "files";

    private final ShippedFiles shipped;
    private final FolderFiles folder;
    private final Checks checks;
    private final Deployer deployer;
    private final Clock clock;
    private final Map<String, String> applied = new HashMap<>();
    private final Map<String, Refusal> refused = new ConcurrentHashMap<>();

    ProcedureFiles(ShippedFiles shipped, FolderFiles folder, Checks checks, Deployer deployer) {
        this.shipped = shipped;
        this.folder = folder;
        this.checks = checks;
        this.deployer = deployer;
        this.clock = Clock.systemUTC();
    }

    /** All files by name, those of the folder in place of shipped ones. */
    public Map<String, SourceFile> files() {
        return over(folder.read());
    }

    /** A file may lie elsewhere in the folder than among the shipped ones: what counts is its own name. */
    private Map<String, SourceFile> over(Map<String, SourceFile> own) {
        Set<String> taken = own.keySet().stream().map(Placement::last).collect(Collectors.toSet());
        Map<String, SourceFile> files = new TreeMap<>(shipped.read());
        files.keySet().removeIf(name -> taken.contains(Placement.last(name)));
        files.putAll(own);
        return files;
    }

    /** The procedures whose newest file was not deployed. */
    public List<Refusal> refusals() {
        return List.copyOf(refused.values());
    }

    public Optional<Refusal> refusal(String key) {
        return Optional.ofNullable(refused.get(key));
    }

    /** Why the outside folder cannot be read; empty when it can, or when there is none. */
    public String problem() {
        return folder.problem();
    }

    /**
     * Deploys what changed since the last call; what is broken is refused and never keeps the rest from being deployed. What
     * could not be deployed for another reason, such as a lost database, is tried again by the next call.
     *
     * @return whether it is known what there is to deploy
     */
    synchronized boolean apply() {
        Map<String, SourceFile> own = folder.read();
        if (!folder.isKnown()) {
            return false;
        }
        Map<String, SourceFile> files = over(own);
        List<Bundle> bundles = Bundles.of(files.values());
        Set<String> keys = bundles.stream().map(Bundle::key).collect(Collectors.toSet());
        refused.keySet().retainAll(keys);
        applied.keySet().retainAll(keys);
        RuntimeException failure = null;
        for (Bundle bundle : bundles) {
            List<Violation> doubles = Doubles.of(bundle, bundles);
            String digest = doubles.isEmpty() ? bundle.digest() : "double";
            if (digest.equals(applied.get(bundle.key()))) {
                continue;
            }
            try {
                Origin origin = own.containsKey(bundle.file().name()) ? Origin.OWN : Origin.SHIPPED;
                apply(bundle, doubles.isEmpty() ? checks.check(bundle, origin, keys) : doubles);
                applied.put(bundle.key(), digest);
            } catch (RuntimeException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
        return true;
    }

    private void apply(Bundle bundle, List<Violation> violations) {
        Outcome outcome = violations.stream().anyMatch(Violation::refuses)
                ? new Outcome.Refused(violations)
                : deployer.deploy(bundle, Source.FILES, PERSON);
        if (outcome instanceof Outcome.Refused refusal) {
            refused.put(
                    bundle.key(),
                    new Refusal(bundle.key(), bundle.file().name(), clock.instant(), refusal.violations()));
            refusal.violations().stream().filter(Violation::refuses).forEach(ProcedureFiles::warn);
        } else {
            refused.remove(bundle.key());
            if (outcome instanceof Outcome.Deployed deployed) {
                LOG.info("Procedure {} is now at version {}", deployed.key(), deployed.version());
            }
        }
    }

    private static void warn(Violation violation) {
        LOG.warn(
                "Refused {} {}: {} ({}). {}",
                violation.file(),
                violation.element(),
                violation.message(),
                violation.rule(),
                violation.fix());
    }
}
