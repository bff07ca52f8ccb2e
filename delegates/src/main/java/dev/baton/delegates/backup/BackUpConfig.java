package dev.baton.delegates.backup;

import dev.baton.action.Command;
import dev.baton.action.ConfigStore;
import dev.baton.action.ConfigStore.Dump;
import dev.baton.action.ConfigStore.Kept;
import dev.baton.action.ConfigStore.Revision;
import dev.baton.action.Content;
import dev.baton.action.Delegate;
import dev.baton.action.Device;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Dialect;
import dev.baton.action.Findings;
import dev.baton.action.LastChange;
import dev.baton.action.LastChange.Author;
import dev.baton.action.Operation;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.action.Session;
import dev.baton.delegates.backup.Reading.Marked;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Keeps the running configuration of a device. Only reads the device, so repeating it is safe. */
@Component("backUpConfig")
@Delegate(
        name = "Back up configuration",
        description =
                "Asks each device whether its configuration changed; fetches the whole one where it did, where the device"
                        + " cannot tell, or where the last fetch is long ago, and keeps it as a revision when it really changed. Secrets"
                        + " and lines that change by themselves are left out; an incomplete answer is a failure, never a revision.",
        inputs = BackUpConfigInputs.class,
        outputs = {"changedConfigs", "skippedConfigs"})
class BackUpConfig implements DeviceDelegate<BackUpConfigInputs> {

    static final String FAILURE_KIND = "backup-failed";

    private static final String CHANGED = "configChanged";
    private static final String SKIPPED = "fetchSkipped";

    private final ConfigStore configs;
    private final Findings findings;

    BackUpConfig(ConfigStore configs, Findings findings) {
        this.configs = configs;
        this.findings = findings;
    }

    @Override
    public List<Command> render(Device device, Dialect dialect, BackUpConfigInputs inputs) {
        if (!dialect.supports(Operation.SHOW_CONFIG)) {
            return List.of();
        }
        LastChange lastChange = dialect.lastChange();
        List<Command> commands = new ArrayList<>();
        lastChange.asks().forEach(ask -> commands.add(ask.command()));
        commands.add(dialect.command(Operation.SHOW_CONFIG));
        Optional.ofNullable(lastChange.log()).ifPresent(commands::add);
        return commands;
    }

    @Override
    public Result perform(Session session, BackUpConfigInputs inputs) {
        String device = session.device().name();
        if (!session.dialect().supports(Operation.SHOW_CONFIG)) {
            return Result.unchanged("passed over: " + session.dialect().platform() + " has no configuration to keep");
        }
        Optional<Kept> kept = configs.last(device);
        if (inputs.waits()) {
            session.pause(inputs.quietTime());
            Optional<Kept> before = kept;
            kept = configs.last(device);
            if (kept.isPresent() && !kept.map(Kept::goodAt).equals(before.map(Kept::goodAt))) {
                return skipped(kept.get(), "backed up by another run in the quiet time; left at it");
            }
        }
        Result result = backedUp(session, inputs, kept);
        findings.resolve(session.run(), device, FAILURE_KIND);
        return result;
    }

    private Result backedUp(Session session, BackUpConfigInputs inputs, Optional<Kept> kept) {
        Inquiry inquiry = Inquiry.of(session);
        Optional<Kept> unchanged = kept.filter(last -> !inputs.always() && !last.fetchDue() && inquiry.confirms(last));
        if (unchanged.isEmpty()) {
            return fetched(session, inputs, kept, inquiry);
        }
        configs.confirm(session.device().name(), unchanged.get().number());
        return skipped(unchanged.get(), "unchanged, as the device says; not fetched");
    }

    private static Result skipped(Kept kept, String why) {
        return Result.unchanged("revision " + kept.number() + ": " + why)
                .with(Map.of("revision", kept.number(), CHANGED, false, SKIPPED, true, "sha256", kept.sha256()));
    }

    private Result fetched(Session session, BackUpConfigInputs inputs, Optional<Kept> kept, Inquiry asked) {
        Reading first = Reading.of(session);
        Reading settled = inputs.waits() ? first.settled(session) : first;
        boolean changed = kept.filter(last ->
                        last.sha256().equals(Content.of(settled.configuration()).sha256()))
                .isEmpty();
        if (!changed) {
            return saved(session, inputs, new Marked(asked, settled), Optional.empty());
        }
        Marked marked = Reading.marked(session, asked, settled);
        kept.ifPresent(last -> requireShare(session, inputs, last, marked.reading()));
        // Words that told who made the last revision do not tell who made this one.
        Optional<Author> author = marked.inquiry()
                .author(session, marked.reading().shown())
                .filter(known -> !kept.map(Kept::authorSeen).equals(Optional.of(known.seen())));
        return saved(session, inputs, marked, author);
    }

    private static void requireShare(Session session, BackUpConfigInputs inputs, Kept last, Reading reading) {
        long bytes = Content.of(reading.configuration()).size();
        if (bytes * 100 < (long) last.bytes() * inputs.smallestShare()) {
            throw Problem.ANSWER_INCOMPLETE.because(session.device().name()
                    + ": the configuration is not complete: wanted at least " + inputs.smallestShare() + " % of the "
                    + last.bytes() + " bytes of revision " + last.number() + ", got " + bytes
                    + " bytes; if so much was really removed, start the backup with a smaller share");
        }
    }

    private Result saved(Session session, BackUpConfigInputs inputs, Marked marked, Optional<Author> author) {
        Revision revision = configs.save(new Dump(
                session.run(),
                session.device().name(),
                marked.reading().configuration(),
                inputs.reason(),
                marked.inquiry().mark().orElse(null),
                author.orElse(null)));
        Map<String, Object> facts = new LinkedHashMap<>(Map.of(
                "revision",
                revision.number(),
                CHANGED,
                revision.changed(),
                SKIPPED,
                false,
                "sha256",
                revision.sha256()));
        author.ifPresent(known -> facts.put("author", known.name()));
        return Result.unchanged(sentence(revision, author)).with(facts);
    }

    @Override
    public Map<String, Object> summarise(Map<String, Result> results) {
        return Map.of("changedConfigs", count(results, CHANGED), "skippedConfigs", count(results, SKIPPED));
    }

    private static int count(Map<String, Result> results, String fact) {
        return Math.toIntExact(results.values().stream()
                .filter(result -> Boolean.TRUE.equals(result.facts().get(fact)))
                .count());
    }

    private static String sentence(Revision revision, Optional<Author> author) {
        return revision.changed()
                ? "revision " + revision.number() + " (+" + revision.addedLines() + " -" + revision.removedLines() + ")"
                        + author.map(known -> " by " + known.name()).orElse("")
                : "unchanged since revision " + revision.number();
    }
}
