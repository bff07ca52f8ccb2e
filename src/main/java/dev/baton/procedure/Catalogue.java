package dev.baton.procedure;

import dev.baton.procedure.ProcedureSummary.State;
import dev.baton.procedure.check.KnownDelegates;
import dev.baton.procedure.check.Violation;
import dev.baton.procedure.deploy.DeployedVersion;
import dev.baton.procedure.deploy.DeployedVersions;
import dev.baton.procedure.deploy.ProcedureFiles;
import dev.baton.procedure.deploy.Refusal;
import dev.baton.procedure.deploy.RefusedUpload;
import dev.baton.procedure.deploy.RefusedUploads;
import dev.baton.procedure.deploy.Submission;
import dev.baton.procedure.deploy.Submissions;
import dev.baton.procedure.diff.VersionDiff;
import dev.baton.procedure.diff.VersionDiffs;
import dev.baton.procedure.picture.DiagramPicture;
import dev.baton.procedure.picture.Marks;
import dev.baton.procedure.source.Bundle;
import dev.baton.procedure.source.Diagram;
import dev.baton.procedure.source.SourceFile;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Service;

/** Answers from the engine's versions and the files on disk. */
@Service
class Catalogue implements Procedures {

    private static final int LATEST = 50;

    private final DeployedVersions versions;
    private final ProcedureFiles files;
    private final Submissions submissions;
    private final RefusedUploads refusals;
    private final KnownDelegates delegates;
    private final DiagramPicture picture;

    Catalogue(
            DeployedVersions versions,
            ProcedureFiles files,
            Submissions submissions,
            RefusedUploads refusals,
            KnownDelegates delegates,
            DiagramPicture picture) {
        this.versions = versions;
        this.files = files;
        this.submissions = submissions;
        this.refusals = refusals;
        this.delegates = delegates;
        this.picture = picture;
    }

    @Override
    public List<ProcedureSummary> list() {
        Map<String, ProcedureSummary> summaries = new TreeMap<>();
        files.refusals().forEach(refusal -> summaries.put(refusal.key(), neverDeployed(refusal)));
        versions.latest().forEach(version -> summaries.put(version.key(), summary(version)));
        return List.copyOf(summaries.values());
    }

    @Override
    public String problem() {
        return files.problem();
    }

    @Override
    public Optional<ProcedureDetails> find(String key) {
        List<DeployedVersion> all = versions.of(key);
        return all.stream()
                .findFirst()
                .map(latest -> details(latest, all))
                .or(() -> files.refusal(key)
                        .map(Catalogue::neverDeployed)
                        .map(summary -> new ProcedureDetails(
                                summary, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                                List.of())));
    }

    @Override
    public Optional<ProcedureDetails> find(String key, int version) {
        List<DeployedVersion> all = versions.of(key);
        return pick(all, version).map(one -> details(one, all));
    }

    @Override
    public Optional<ProcedureDetails> byDefinition(String definition) {
        return versions.byDefinition(definition).map(version -> details(version, versions.of(version.key())));
    }

    @Override
    public List<RefusedUpload> refusedUploads() {
        return refusals.latest(LATEST);
    }

    @Override
    public Optional<String> source(String key, int version) {
        return pick(versions.of(key), version)
                .map(one -> versions.bundle(one).file().text());
    }

    @Override
    public Optional<VersionDiff> diff(String key, int from, int to) {
        List<DeployedVersion> all = versions.of(key);
        return pick(all, from)
                .flatMap(before -> pick(all, to)
                        .map(after -> VersionDiffs.between(versions.bundle(before), versions.bundle(after))));
    }

    @Override
    public Optional<String> picture(String definition, Marks marks) {
        return versions.byDefinition(definition)
                .flatMap(version -> versions.bundle(version).diagram())
                .map(diagram -> picture.draw(definition, diagram, marks));
    }

    @Override
    public List<Violation> check(List<Upload> uploads) {
        return submissions.check(sources(uploads));
    }

    @Override
    public Submission deploy(List<Upload> uploads) {
        return submissions.deploy(sources(uploads), Deployers.signedIn());
    }

    private static List<SourceFile> sources(List<Upload> uploads) {
        return uploads.stream()
                .map(upload -> new SourceFile(upload.name(), upload.content()))
                .toList();
    }

    private static Optional<DeployedVersion> pick(List<DeployedVersion> versions, int number) {
        return versions.stream().filter(version -> version.version() == number).findFirst();
    }

    private ProcedureDetails details(DeployedVersion version, List<DeployedVersion> all) {
        Bundle bundle = versions.bundle(version);
        Description description = new Description(bundle);
        List<ProcedureDetails.Step> steps = description.steps();
        return new ProcedureDetails(
                summary(version),
                all,
                steps,
                description.inputs(),
                description.delegates(delegates),
                List.copyOf(groups(bundle, new HashSet<>(Set.of(version.key())))),
                bundle.diagram().map(Diagram::formRefs).map(List::copyOf).orElse(List.of()),
                bundle.diagram().map(Diagram::decisionRefs).map(List::copyOf).orElse(List.of()),
                bundle.diagram()
                        .map(Diagram::calledProcedures)
                        .map(List::copyOf)
                        .orElse(List.of()));
    }

    /** Who decides in it, and in what it calls. */
    private Set<String> groups(Bundle bundle, Set<String> seen) {
        Set<String> groups = new LinkedHashSet<>();
        new Description(bundle).steps().forEach(step -> groups.addAll(step.groups()));
        bundle.diagram().map(Diagram::calledProcedures).stream()
                .flatMap(Collection::stream)
                .filter(seen::add)
                .flatMap(called -> versions.of(called).stream().limit(1))
                .forEach(called -> groups.addAll(groups(versions.bundle(called), seen)));
        return groups;
    }

    private ProcedureSummary summary(DeployedVersion version) {
        Bundle bundle = versions.bundle(version);
        Description description = new Description(bundle);
        Optional<Refusal> refusal = files.refusal(version.key());
        State state = version.suspended() ? State.SUSPENDED : refusal.isPresent() ? State.NEWER_REFUSED : State.CURRENT;
        return new ProcedureSummary(
                version.key(),
                description.name(),
                description.documentation(),
                description.owner(),
                description.sop(),
                bundle.file().folder(),
                version.version(),
                version.versionTag(),
                version.definition(),
                version.deployedAt(),
                version.deployedBy(),
                state,
                refusal.map(Refusal::violations).orElse(List.of()));
    }

    private static ProcedureSummary neverDeployed(Refusal refusal) {
        String folder = new SourceFile(refusal.file(), new byte[0]).folder();
        return new ProcedureSummary(
                refusal.key(),
                refusal.key(),
                "",
                "",
                "",
                folder,
                0,
                "",
                "",
                null,
                "",
                State.REFUSED,
                refusal.violations());
    }
}
