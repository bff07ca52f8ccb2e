package dev.baton.delegates.snmp;

import dev.baton.action.Answer;
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
import org.springframework.stereotype.Component;

/** Reads tables of a device over SNMP. Only reads, so repeating it is safe. */
@Component("walkSnmp")
@Delegate(
        name = "Walk SNMP",
        description = "Reads columns of SNMP tables into rows; a device without any row fails.",
        inputs = WalkSnmpInputs.class,
        outputs = {"rowTable", "rowCount"})
class WalkSnmp implements DeviceDelegate<WalkSnmpInputs> {

    private static final int TABLE_ROWS = 500;

    private final Mib mib;

    WalkSnmp(Mib mib) {
        this.mib = mib;
    }

    @Override
    public List<Command> render(Device device, Dialect dialect, WalkSnmpInputs inputs) {
        return inputs.columns().stream()
                .map(mib::oid)
                .distinct()
                .map(oid -> Command.snmpWalk(oid).within(inputs.timeout()))
                .toList();
    }

    @Override
    public Result interpret(Session session, WalkSnmpInputs inputs, List<Answer> answers) {
        String device = session.device().name();
        List<Map<String, Object>> rows = new SnmpTable(mib).rows(answers);
        if (rows.isEmpty()) {
            throw Problem.CHECK_FAILED.because(device + " has no row of " + String.join(", ", inputs.columns()));
        }
        if (rows.size() > inputs.maxRows()) {
            throw Problem.ANSWER_INCOMPLETE.because(device + " has " + rows.size() + " rows of "
                    + String.join(", ", inputs.columns()) + ", more than the allowed " + inputs.maxRows());
        }
        return Result.unchanged("read " + rows.size() + " rows").with(Map.of("rows", rows));
    }

    @Override
    public Map<String, Object> summarise(Map<String, Result> results) {
        List<Map<String, Object>> table = new ArrayList<>();
        int count = 0;
        for (Map.Entry<String, Result> result : results.entrySet()) {
            if (result.getValue().facts().get("rows") instanceof List<?> rows) {
                count += rows.size();
                rows.stream().limit(TABLE_ROWS - table.size()).forEach(row -> table.add(row(result.getKey(), row)));
            }
        }
        return Map.of("rowTable", table, "rowCount", count);
    }

    private static Map<String, Object> row(String device, Object columns) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("device", device);
        ((Map<?, ?>) columns).forEach((name, value) -> row.put(name.toString(), value));
        return row;
    }
}
