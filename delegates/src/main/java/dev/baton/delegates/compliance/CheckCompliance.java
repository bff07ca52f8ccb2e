package dev.baton.delegates.compliance;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Content;
import dev.baton.action.DataFile;
import dev.baton.action.Delegate;
import dev.baton.action.Device;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Dialect;
import dev.baton.action.Finding;
import dev.baton.action.Observation;
import dev.baton.action.Observations;
import dev.baton.action.Operation;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.action.Session;
import dev.baton.action.Severity;
import dev.baton.action.SourceFiles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Compares the running configuration of a device with rules and with the accepted one. Only reads, so repeating it is safe. */
@Component("checkCompliance")
@Delegate(
        name = "Check compliance",
        description =
                "Reads each device's configuration, finds where it breaks a rule and how it differs from the one that was"
                        + " accepted, and proposes lines against it. The first configuration seen counts as accepted.",
        inputs = CheckComplianceInputs.class,
        outputs = {"complianceTable", "noncompliantCount", "driftCount", "remedyLines", "remedyQuery", "remedyCount"})
class CheckCompliance implements DeviceDelegate<CheckComplianceInputs> {

    static final String NONCOMPLIANT = "config-noncompliant";
    static final String DRIFT = "config-drift";
    static final String UNKNOWN = "config-unknown";
    static final String ACCEPTED = "accepted-configuration";

    private static final String CONFIGURATION = "configuration";
    private static final List<ConfigRule> SHIPPED = DataFile.rows(ConfigRule.class, "rules.yaml", ConfigRule.class);

    private final SourceFiles files;
    private final Observations observations;

    CheckCompliance(SourceFiles files, Observations observations) {
        this.files = files;
        this.observations = observations;
    }

    @Override
    public List<Command> render(Device device, Dialect dialect, CheckComplianceInputs inputs) {
        return List.of(dialect.command(Operation.SHOW_CONFIG));
    }

    @Override
    public Result interpret(Session session, CheckComplianceInputs inputs, List<Answer> answers) {
        Device device = session.device();
        String now = configuration(session, answers.get(0));
        List<Breach> breaches = rules(inputs).stream()
                .filter(rule -> rule.binds(device))
                .flatMap(rule -> rule.breaches(ConfigBlocks.of(now)).stream())
                .toList();
        Optional<String> accepted = observations
                .latest(device.name(), ACCEPTED)
                .map(seen -> Objects.toString(seen.content().get(CONFIGURATION), ""));
        Optional<String> drift =
                inputs.accept() ? Optional.empty() : accepted.flatMap(before -> Drift.between(before, now));
        Optional<String> departure = Intention.of(files, inputs, device)
                .map(intended -> withoutSecrets(session, intended))
                .flatMap(intended -> Drift.between(intended, now));
        List<Finding> found = new ArrayList<>(findings(device, breaches));
        drift.ifPresent(lines -> found.add(drift(device, null, "the accepted one", lines)));
        departure.ifPresent(lines -> found.add(drift(device, "intended file", "the intended file", lines)));
        Result result = Result.unchanged(sentence(breaches, drift.or(() -> departure)))
                .with(facts(breaches, drift.or(() -> departure)))
                .checked(Set.of(NONCOMPLIANT, DRIFT, UNKNOWN), found);
        return inputs.accept() || accepted.isEmpty()
                ? result.observing(Observation.latest(ACCEPTED, Map.of(CONFIGURATION, now)))
                : result;
    }

    @Override
    public Map<String, Object> summarise(Map<String, Result> results) {
        return ComplianceReport.of(results);
    }

    private static String configuration(Session session, Answer answer) {
        Device device = session.device();
        if (!answer.succeeded()) {
            throw Problem.COMMAND_REJECTED.because(
                    device.name() + ": " + answer.command().text() + " ended with " + answer.ending());
        }
        String shown = answer.wholeOutput(device);
        session.dialect().incompleteness(shown).ifPresent(reason -> {
            throw Problem.ANSWER_INCOMPLETE.because(device.name() + ": the configuration is not complete: " + reason);
        });
        return withoutSecrets(session, shown);
    }

    private static String withoutSecrets(Session session, String configuration) {
        return session.dialect().withoutSecrets(session.dialect().withoutVolatileLines(configuration));
    }

    private static Finding drift(Device device, @Nullable String part, String from, String lines) {
        String message = "The configuration differs from " + from + " by "
                + lines.lines().count() + " lines";
        return new Finding(device.name(), DRIFT, part, Severity.WARNING, message).seen(lines);
    }

    private List<ConfigRule> rules(CheckComplianceInputs inputs) {
        String file = inputs.rules();
        if (file == null) {
            return SHIPPED;
        }
        Content content = files.read(file, Objects.requireNonNullElse(inputs.digest(), ""));
        return DataFile.rows(file, Intention.text(content), ConfigRule.class);
    }

    /** One for each rule: a rule that is broken in several sections is one thing to mend. */
    private static List<Finding> findings(Device device, List<Breach> breaches) {
        Map<ConfigRule, List<Breach>> byRule =
                breaches.stream().collect(Collectors.groupingBy(Breach::rule, LinkedHashMap::new, Collectors.toList()));
        return byRule.entrySet().stream()
                .map(entry -> new Finding(
                                device.name(),
                                NONCOMPLIANT,
                                entry.getKey().id(),
                                entry.getKey().severity(),
                                entry.getValue().get(0).sentence())
                        .seen(shortened(sentences(entry.getValue()))))
                .toList();
    }

    private static String sentences(List<Breach> breaches) {
        return breaches.stream().map(Breach::sentence).collect(Collectors.joining("\n"));
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(3_500, text.length()));
    }

    private static Map<String, Object> facts(List<Breach> breaches, Optional<String> drift) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put(
                ComplianceReport.BREACHES,
                breaches.stream().map(Breach::sentence).toList());
        drift.ifPresent(text -> facts.put(ComplianceReport.DRIFT, text));
        Set<List<String>> remedies = new LinkedHashSet<>();
        breaches.stream().map(Breach::remedy).filter(lines -> !lines.isEmpty()).forEach(remedies::add);
        if (!remedies.isEmpty()) {
            facts.put(
                    ComplianceReport.REMEDY,
                    remedies.stream().map(lines -> String.join("\n", lines)).collect(Collectors.joining("\n")));
        }
        return facts;
    }

    private static String sentence(List<Breach> breaches, Optional<String> drift) {
        String rules = breaches.isEmpty() ? "obeys the rules" : "breaks rules in " + breaches.size() + " places";
        return rules + (drift.isPresent() ? ", differs from what was accepted or intended" : "");
    }
}
