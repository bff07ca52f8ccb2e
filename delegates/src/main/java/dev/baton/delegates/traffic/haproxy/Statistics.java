package dev.baton.delegates.traffic.haproxy;

import dev.baton.action.Device;
import dev.baton.action.Problem;
import java.util.Arrays;
import java.util.List;

/** Reads the table that {@code show stat} prints; the columns wanted here stand before those that may hold commas. */
final class Statistics {

    private static final String HEADER = "# ";
    private static final List<String> NO_SERVERS = List.of("FRONTEND", "BACKEND");

    private Statistics() {}

    static List<Member> members(Device device, String table) {
        List<String> columns = table.lines()
                .filter(line -> line.startsWith(HEADER))
                .findFirst()
                .map(line -> Arrays.asList(line.substring(HEADER.length()).split(",")))
                .orElseThrow(() -> Problem.ANSWER_INCOMPLETE.because(device.name()
                        + ": haproxy shows no statistics: "
                        + table.lines().findFirst().orElse("it said nothing")));
        return table.lines()
                .filter(line -> !line.isBlank() && !line.startsWith(HEADER))
                .map(line -> Arrays.asList(line.split(",", -1)))
                .map(row -> member(device, columns, row))
                .filter(member -> !NO_SERVERS.contains(member.server()))
                .toList();
    }

    private static Member member(Device device, List<String> columns, List<String> row) {
        return new Member(
                cell(device, columns, row, "pxname"),
                cell(device, columns, row, "svname"),
                cell(device, columns, row, "status"),
                number(cell(device, columns, row, "scur")) + number(cell(device, columns, row, "qcur")),
                cell(device, columns, row, "check_status"));
    }

    private static String cell(Device device, List<String> columns, List<String> row, String name) {
        int at = columns.indexOf(name);
        if (at < 0 || at >= row.size()) {
            throw Problem.ANSWER_INCOMPLETE.because(
                    device.name() + ": the statistics of haproxy have no " + name + " in \"" + row + "\"");
        }
        return row.get(at).strip();
    }

    private static int number(String text) {
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }
}
