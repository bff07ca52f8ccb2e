package dev.baton.procedure.deploy;

import dev.baton.procedure.check.Checks;
import dev.baton.procedure.check.Origin;
import dev.baton.procedure.check.Violation;
import dev.baton.procedure.source.Bundle;
import dev.baton.procedure.source.Bundles;
import dev.baton.procedure.source.SourceFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** Checks and deploys files that a person sends; what they do not send is taken from the procedures that are there. */
@Component
public class Submissions {

    private final ProcedureFiles procedures;
    private final DeployedVersions versions;
    private final Checks checks;
    private final Deployer deployer;
    private final TransactionTemplate transaction;
    private final RefusedUploads refusals;

    Submissions(
            ProcedureFiles procedures,
            DeployedVersions versions,
            Checks checks,
            Deployer deployer,
            TransactionTemplate transaction,
            RefusedUploads refusals) {
        this.procedures = procedures;
        this.versions = versions;
        this.checks = checks;
        this.deployer = deployer;
        this.transaction = transaction;
        this.refusals = refusals;
    }

    /** Everything that is wrong with these files, nothing deployed. */
    public List<Violation> check(List<SourceFile> sent) {
        return examine(sent).violations();
    }

    /** Deploys the files in the name of a person when nothing refuses them; a refusal is written down. */
    public Submission deploy(List<SourceFile> sent, String person) {
        Examined examined = examine(sent);
        Submission submission = examined.violations().stream().anyMatch(Violation::refuses)
                ? new Submission.Refused(examined.violations())
                : Objects.requireNonNull(transaction.execute(status -> deploy(examined, person, status)));
        if (submission instanceof Submission.Refused refused) {
            refusals.add(person, refused.violations());
        }
        return submission;
    }

    private Submission deploy(Examined examined, String person, TransactionStatus status) {
        List<Submission.NewVersion> deployed = new ArrayList<>();
        for (Bundle bundle : examined.bundles()) {
            Outcome outcome = deployer.deploy(bundle, Source.PERSON, person);
            if (outcome instanceof Outcome.Refused refused) {
                status.setRollbackOnly();
                return new Submission.Refused(refused.violations());
            }
            if (outcome instanceof Outcome.Deployed one) {
                deployed.add(new Submission.NewVersion(one.key(), one.version()));
            }
        }
        return new Submission.Accepted(deployed, examined.violations());
    }

    private Examined examine(List<SourceFile> sent) {
        Map<String, SourceFile> files = known();
        Placement placement = new Placement(files.values());
        List<Violation> violations = new ArrayList<>(placement.place(sent));
        Collection<SourceFile> placed = placement.placed();
        placed.forEach(file -> files.put(file.name(), file));

        List<Bundle> all = Bundles.of(files.values());
        Set<String> keys = all.stream().map(Bundle::key).collect(Collectors.toSet());
        List<Bundle> touched = all.stream()
                .filter(bundle -> bundle.files().stream().anyMatch(placed::contains))
                .toList();
        touched.forEach(bundle -> violations.addAll(checks.check(bundle, Origin.OWN, keys)));
        Bundles.unused(placed, touched).forEach(file -> violations.add(Placement.unused(file)));
        return new Examined(touched, violations);
    }

    /** The files on disk, and over them those of the running versions, which a person may have deployed later. */
    private Map<String, SourceFile> known() {
        Map<String, SourceFile> files = new TreeMap<>(procedures.files());
        for (DeployedVersion version : versions.latest()) {
            versions.bundle(version).files().forEach(file -> files.put(file.name(), file));
        }
        return files;
    }

    private record Examined(List<Bundle> bundles, List<Violation> violations) {}
}
