package dev.baton.delegates.network;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Delegate;
import dev.baton.action.Device;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Dialect;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.action.Session;
import dev.baton.action.net.DnsQuestion;
import dev.baton.action.net.Naming;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks a DNS server and compares its answer. Only reads, so repeating it is safe. */
@Component("checkDns")
@Delegate(
        name = "Check DNS",
        description = "Asks a DNS server for a name; no answer, an error, or other values than the expected ones fail.",
        inputs = CheckDnsInputs.class,
        outputs = "dnsTable")
class CheckDns implements DeviceDelegate<CheckDnsInputs> {

    private static final String NO_SUCH_NAME = "NXDOMAIN";

    @Override
    public List<Command> render(Device device, Dialect dialect, CheckDnsInputs inputs) {
        String server = inputs.server().equals("device") ? device.address() : Naming.of(device, inputs.server());
        String name = Naming.of(device, inputs.name().strip());
        return List.of(new DnsQuestion(inputs.type().name(), name, server, inputs.port())
                .command()
                .within(inputs.limit()));
    }

    @Override
    public Result interpret(Session session, CheckDnsInputs inputs, List<Answer> answers) {
        Answer answer = answers.get(0);
        String what = session.device().name() + ": " + answer.command().text() + ": ";
        List<String> lines = answer.output().lines().toList();
        String status = lines.isEmpty() ? "" : lines.get(0).split(" ", 2)[0];
        if (inputs.expected().contains(NO_SUCH_NAME)) {
            return noSuchName(what, status, lines);
        }
        if (!status.equals("NOERROR")) {
            throw Problem.CHECK_FAILED.because(what + "the server answers " + status);
        }
        List<String> values = RecordValues.of(inputs.type(), lines);
        requireExpected(what, inputs, values);
        return Result.unchanged("answered " + String.join(", ", values)).with(Map.of("values", values));
    }

    @Override
    public Map<String, Object> summarise(Map<String, Result> results) {
        return Rows.of("dnsTable", results, "values");
    }

    private static Result noSuchName(String what, String status, List<String> lines) {
        if (!status.equals(NO_SUCH_NAME)) {
            throw Problem.CHECK_FAILED.because(
                    what + "expected no such name, but the server answers " + String.join("; ", lines));
        }
        return Result.unchanged("there is no such name").with(Map.of("values", List.of()));
    }

    private static void requireExpected(String what, CheckDnsInputs inputs, List<String> values) {
        List<String> wanted = inputs.expected().stream()
                .map(value -> RecordValues.normal(inputs.type(), value))
                .toList();
        String seen = values.isEmpty() ? "no such record" : String.join(", ", values);
        if (values.isEmpty() || !values.containsAll(wanted)) {
            throw Problem.CHECK_FAILED.because(what
                    + (wanted.isEmpty() ? "" : "expected " + String.join(", ", wanted) + "; ") + "answered " + seen);
        }
        if (inputs.only() && !wanted.containsAll(values)) {
            throw Problem.CHECK_FAILED.because(
                    what + "expected only " + String.join(", ", wanted) + "; answered " + seen);
        }
    }
}
