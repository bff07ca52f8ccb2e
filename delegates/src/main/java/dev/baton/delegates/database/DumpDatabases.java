package dev.baton.delegates.database;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Delegate;
import dev.baton.action.Device;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Dialect;
import dev.baton.action.Effect;
import dev.baton.action.Finding;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.action.Session;
import dev.baton.action.Severity;
import dev.baton.action.Shell;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Dumps PostgreSQL databases to files and reads the contents of each dump back before it replaces the one before. */
@Component("dumpDatabases")
@Delegate(
        name = "Dump databases",
        description =
                "Dumps each PostgreSQL database of a host into a file with pg_dump, and lets pg_restore read it back"
                        + " before it takes the place of the last one. What cannot be dumped or read is a finding.",
        effect = Effect.CONVERGE,
        inputs = DumpDatabasesInputs.class,
        outputs = "dumpFailedCount")
class DumpDatabases implements DeviceDelegate<DumpDatabasesInputs> {

    static final String KIND = "database-dump-failed";

    private static final String FAILED = "failedDumps";

    @Override
    public List<Command> render(Device device, Dialect dialect, DumpDatabasesInputs inputs) {
        if (dialect.shell() != Shell.POSIX) {
            throw Problem.UNSUPPORTED.because(device.name() + " (" + dialect.platform() + ") does not run pg_dump");
        }
        return inputs.wanted().stream()
                .flatMap(name -> Stream.of(dump(name, inputs), list(name, inputs), keep(name, inputs)))
                .toList();
    }

    @Override
    public Result perform(Session session, DumpDatabasesInputs inputs) {
        List<Finding> found = new ArrayList<>();
        for (String name : inputs.wanted()) {
            String fault = fault(session, name, inputs);
            if (!fault.isEmpty()) {
                found.add(new Finding(
                        session.device().name(),
                        KIND,
                        "database " + name,
                        Severity.CRITICAL,
                        "The database " + name + " could not be dumped: " + fault));
            }
        }
        int dumped = inputs.wanted().size() - found.size();
        Map<String, Object> facts = Map.of(FAILED, found.size());
        Result result = dumped == 0
                ? Result.unchanged("no database was dumped").with(facts)
                : Result.changed("dumped " + dumped + " databases").with(facts);
        return inputs.wanted().isEmpty() ? result : result.checked(Set.of(KIND), found);
    }

    @Override
    public Map<String, Object> summarise(Map<String, Result> results) {
        int failed = results.values().stream()
                .map(result -> result.facts().get(FAILED))
                .mapToInt(count -> count instanceof Number number ? number.intValue() : 1)
                .sum();
        return Map.of("dumpFailedCount", failed);
    }

    /** What went wrong, for people; empty when the dump is there and readable. */
    private static String fault(Session session, String name, DumpDatabasesInputs inputs) {
        Answer dump = session.send(dump(name, inputs));
        if (!dump.succeeded()) {
            return "pg_dump ended with " + dump.ending();
        }
        Answer list = session.send(list(name, inputs));
        if (!list.succeeded()) {
            return "pg_restore cannot read the dump, it ended with " + list.ending();
        }
        long tables = list.output()
                .lines()
                .filter(line -> line.contains(" TABLE DATA "))
                .count();
        if (tables == 0) {
            return "the dump has no table with data in it";
        }
        Answer keep = session.send(keep(name, inputs));
        return keep.succeeded() ? "" : "the dump could not be put in its place: " + keep.ending();
    }

    private static Command dump(String name, DumpDatabasesInputs inputs) {
        return Command.exec(Shell.POSIX.line(
                        "env",
                        "LC_ALL=C",
                        "pg_dump",
                        "--format=custom",
                        "--no-password",
                        "--file",
                        part(name, inputs),
                        "--dbname",
                        (inputs.connection().strip() + " dbname=" + name).strip()))
                .changing()
                .detach()
                .within(inputs.timeout());
    }

    private static Command list(String name, DumpDatabasesInputs inputs) {
        return Command.exec(Shell.POSIX.line("env", "LC_ALL=C", "pg_restore", "--list", part(name, inputs)));
    }

    private static Command keep(String name, DumpDatabasesInputs inputs) {
        return Command.exec(Shell.POSIX.line("mv", "-fT", part(name, inputs), inputs.folder() + "/" + name + ".dump"))
                .changing();
    }

    private static String part(String name, DumpDatabasesInputs inputs) {
        return inputs.folder() + "/." + name + ".part";
    }
}
