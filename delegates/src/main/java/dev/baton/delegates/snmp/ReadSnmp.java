package dev.baton.delegates.snmp;

import dev.baton.action.Answer;
import dev.baton.action.Binding;
import dev.baton.action.Command;
import dev.baton.action.Delegate;
import dev.baton.action.Device;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Dialect;
import dev.baton.action.Mib;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.action.Session;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    private static final int TABLE_ROWS = 500;

    private final Mib mib;

    ReadSnmp(Mib mib) {
        this.mib = mib;
    }

    @Override
    public List<Command> render(Device device, Dialect dialect, ReadSnmpInputs inputs) {
        Stream<String> read = inputs.oids().stream().map(mib::oid);
        Stream<String> compared = expected(inputs).keySet().stream();
        return List.of(Command.snmpGet(Stream.concat(read, compared).distinct().toArray(String[]::new)));
    }

    @Override
    public Result interpret(Session session, ReadSnmpInputs inputs, List<Answer> answers) {
        String device = session.device().name();
        Map<String, Object> values = new LinkedHashMap<>();
        for (Binding binding : answers.get(0).bindings()) {
            if (!binding.exists()) {
                throw Problem.CHECK_FAILED.because(device + " has no value at " + named(binding.oid()));
            }
            values.put(binding.oid(), binding.value());
        }
        expected(inputs).forEach((oid, wanted) -> {
            String seen = String.valueOf(values.get(oid));
            if (!Objects.equals(wanted, seen)) {
                throw Problem.CHECK_FAILED.because(device + " has " + mib.shown(oid, seen) + " at " + named(oid)
                        + ", expected " + mib.shown(oid, wanted));
            }
        });
        return Result.unchanged("read " + values.size() + " values").with(Map.of("values", values));
    }

    @Override
    public Map<String, Object> summarise(Map<String, Result> results) {
        List<Map<String, Object>> rows = new ArrayList<>();
        results.forEach((device, result) -> {
            if (result.facts().get("values") instanceof Map<?, ?> values) {
                values.entrySet().stream()
                        .limit(TABLE_ROWS - rows.size())
                        .forEach(value -> rows.add(row(
                                device,
                                value.getKey().toString(),
                                value.getValue().toString())));
            }
        });
        return Map.of("valueTable", rows);
    }

    private Map<String, Object> row(String device, String oid, String value) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("device", device);
        row.put("oid", oid);
        row.put("name", mib.name(oid));
        row.put("value", value);
        row.put("shown", mib.shown(oid, value));
        return row;
    }

    /** The name with the OID, as both are looked for. */
    private String named(String oid) {
        String name = mib.name(oid);
        return name.equals(oid) ? oid : name + " (" + oid + ")";
    }

    private Map<String, String> expected(ReadSnmpInputs inputs) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String line : inputs.expected()) {
            int equals = line.indexOf('=');
            if (equals < 0) {
                throw Problem.BAD_INPUT.because("expected takes OID=value, not " + line);
            }
            String oid = mib.oid(line.substring(0, equals));
            String value = line.substring(equals + 1).strip();
            values.put(oid, mib.object(oid).map(object -> object.number(value)).orElse(value));
        }
        return values;
    }
}
