package dev.baton.delegates.restore;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.ConfigArchive;
import dev.baton.action.ConfigArchive.Stored;
import dev.baton.action.Delegate;
import dev.baton.action.Device;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Dialect;
import dev.baton.action.Dialects;
import dev.baton.action.Finding;
import dev.baton.action.Findings;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.action.Session;
import dev.baton.action.Severity;
import dev.baton.action.Shell;
import dev.baton.action.TargetSets;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Checks kept configurations with the programs of a host. Leaves nothing on it, so repeating it is safe. */
@Component("checkConfigSyntax")
@Delegate(
        name = "Check configuration syntax",
        description =
                "Has a host with the right program, such as FRR's vtysh, check the last revisions of other devices. The file is"
                        + " temporary, and nothing is started or changed.",
        inputs = CheckConfigSyntaxInputs.class,
        outputs = {"syntaxCheckedCount", "syntaxWrongCount"})
class CheckConfigSyntax implements DeviceDelegate<CheckConfigSyntaxInputs> {

    private static final String CHECKED = "checked";
    private static final String WRONG = "wrong";
    private static final int NO_PROGRAM = 127;
    private static final int LONGEST = 90_000;
    private static final int LONGEST_EVIDENCE = 2_000;

    private final ConfigArchive archive;
    private final Dialects dialects;
    private final TargetSets sets;
    private final Findings findings;

    CheckConfigSyntax(ConfigArchive archive, Dialects dialects, TargetSets sets, Findings findings) {
        this.archive = archive;
        this.dialects = dialects;
        this.sets = sets;
        this.findings = findings;
    }

    @Override
    public List<Command> render(Device device, Dialect dialect, CheckConfigSyntaxInputs inputs) {
        if (dialect.shell() != Shell.POSIX) {
            throw Problem.UNSUPPORTED.because(
                    device.name() + ": wanted a host with a POSIX shell, its platform is " + dialect.platform());
        }
        return List.copyOf(checks(inputs).values());
    }

    private Map<Stored, Command> checks(CheckConfigSyntaxInputs inputs) {
        Map<Stored, Command> checks = new LinkedHashMap<>();
        for (String name : sets.get(inputs.sample()).devices()) {
            archive.stored(name)
                    .filter(stored -> stored.configuration().length() <= LONGEST)
                    .ifPresent(stored -> dialects.of(stored.platform())
                            .syntaxCheck()
                            .ifPresent(program -> checks.put(stored, check(program, stored))));
        }
        return checks;
    }

    private static Command check(String program, Stored stored) {
        String content =
                Base64.getEncoder().encodeToString(stored.configuration().getBytes(StandardCharsets.UTF_8));
        return Command.exec("umask 077; file=$(mktemp) || exit 9; trap 'rm -f \"$file\"' EXIT; echo " + content
                        + " | base64 -d > \"$file\"; "
                        + program.replace("{file}", "\"$file\"") + " 2>&1")
                .within(Duration.ofMinutes(1));
    }

    @Override
    public Result perform(Session session, CheckConfigSyntaxInputs inputs) {
        int wrong = 0;
        Map<Stored, Command> checks = checks(inputs);
        for (Map.Entry<Stored, Command> check : checks.entrySet()) {
            Stored stored = check.getKey();
            Answer answer = session.send(check.getValue());
            if (answer.exitStatus() == null || answer.exitStatus() == NO_PROGRAM) {
                throw Problem.UNSUPPORTED.because(session.device().name() + ": wanted a program that checks "
                        + stored.platform() + ", it ended with " + answer.ending());
            }
            List<Finding> found = complaint(stored, answer).stream().toList();
            findings.settle(
                    session.run(), "checkConfigSyntax", stored.device(), Set.of(TestConfigRestore.FAILED), found);
            wrong += found.size();
        }
        return Result.unchanged(checks.size() + " configurations checked, " + wrong + " would not load")
                .with(Map.of(CHECKED, checks.size(), WRONG, wrong));
    }

    private static Optional<Finding> complaint(Stored stored, Answer answer) {
        if (answer.succeeded()) {
            return Optional.empty();
        }
        String told = answer.output();
        return Optional.of(new Finding(
                        stored.device(),
                        TestConfigRestore.FAILED,
                        "syntax",
                        Severity.CRITICAL,
                        "Revision " + stored.number()
                                + " of the configuration would not restore: the check of its syntax ended with "
                                + answer.ending())
                .seen(told.substring(0, Math.min(LONGEST_EVIDENCE, told.length()))));
    }

    @Override
    public Map<String, Object> summarise(Map<String, Result> results) {
        return Map.of("syntaxCheckedCount", sum(results, CHECKED), "syntaxWrongCount", sum(results, WRONG));
    }

    private static int sum(Map<String, Result> results, String fact) {
        return results.values().stream()
                .mapToInt(result -> ((Number) result.facts().getOrDefault(fact, 0)).intValue())
                .sum();
    }
}
