package dev.baton.delegates.snmp;

import dev.baton.action.Answer;
import dev.baton.action.Binding;
import dev.baton.action.Command;
import dev.baton.action.Delegate;
import dev.baton.action.Device;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Dialect;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.action.Session;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reads values of a device over SNMP and compares them with the expected ones. Only reads, so repeating it is safe. */
@Component("readSnmp")
@Delegate(
        name = "Read SNMP",
        description = "Reads values over SNMP; a device whose value is missing or differs from the expected one fails.",
        inputs = ReadSnmpInputs.class,
        outputs = "valueTable")
class ReadSnmp implements DeviceDelegate<ReadSnmpInputs> {

    private static final Pattern OID = Pattern.compile("\\.?([0-9]+(\\.[0-9]+)+)");
    private static final int TABLE_ROWS = 500;

    @Override
    public List<Command> render(Device device, Dialect dialect, ReadSnmpInputs inputs) {
        Stream<String> read = inputs.oids().stream().map(ReadSnmp::oid);
        Stream<String> compared = expected(inputs).keySet().stream();
        return List.of(Command.snmpGet(Stream.concat(read, compared).distinct().toArray(String[]::new)));
    }

    @Override
    public Result interpret(Session session, ReadSnmpInputs inputs, List<Answer> answers) {
        String device = session.device().name();
        Map<String, Object> values = new LinkedHashMap<>();
        for (Binding binding : answers.get(0).bindings()) {
            if (!binding.exists()) {
                throw Problem.CHECK_FAILED.because(device + " has no value at " + binding.oid());
            }
            values.put(binding.oid(), binding.value());
        }
        expected(inputs).forEach((oid, wanted) -> {
            if (!Objects.equals(wanted, values.get(oid))) {
                throw Problem.CHECK_FAILED.because(
                        device + " has " + values.get(oid) + " at " + oid + ", expected " + wanted);
            }
        });
        return Result.unchanged("read " + values.size() + " values").with(Map.of("values", values));
    }

    @Override
    public Map<String, Object> summarise(Map<String, Result> results) {
        List<Map<String, Object>> rows = new ArrayList<>();
        results.forEach((device, result) -> {
            if (result.facts().get("values") instanceof Map<?, ?> values) {
                values.forEach((oid, value) -> rows.add(Map.of("device", device, "oid", oid, "value", value)));
            }
        });
        return Map.of("valueTable", rows.stream().limit(TABLE_ROWS).toList());
    }

    private static Map<String, String> expected(ReadSnmpInputs inputs) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String line : inputs.expected()) {
            int equals = line.indexOf('=');
            if (equals < 0) {
                throw Problem.BAD_INPUT.because("expected takes OID=value, not " + line);
            }
            values.put(
                    oid(line.substring(0, equals).strip()),
                    line.substring(equals + 1).strip());
        }
        return values;
    }

    private static String oid(String text) {
        var matcher = OID.matcher(text.strip());
        if (!matcher.matches()) {
            throw Problem.BAD_INPUT.because("an OID is numeric, such as 1.3.6.1.2.1.1.5.0, not " + text);
        }
        return matcher.group(1);
    }
}
