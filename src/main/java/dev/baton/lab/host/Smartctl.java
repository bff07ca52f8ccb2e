package dev.baton.lab.host;

import dev.baton.lab.machine.Reply;
import dev.baton.lab.posix.Program;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The program that asks drives for their SMART values, and lists them. */
final class Smartctl implements Program {

    private static final int NOT_OPENED = 2;
    private static final int FAILING = 8;
    private static final String HEALTH = """
            {"device": {"name": "%s"}, "smart_status": {"passed": %s}}
            """;
    private static final String ALL = """
            {"json_format_version":[1,0],"smartctl":{"version":[7,3],"exit_status":%s},\
            "device":{"name":"%s","info_name":"%2$s [SAT]","type":"sat","protocol":"ATA"},\
            "model_name":"%s","serial_number":"%s","firmware_version":"%s",\
            "smart_support":{"available":true,"enabled":true},"smart_status":{"passed":%s},\
            "ata_smart_attributes":{"revision":10,"table":[\
            {"id":5,"name":"Reallocated_Sector_Ct","raw":{"value":%s}},\
            {"id":197,"name":"Current_Pending_Sector","raw":{"value":%s}}]}}
            """;
    private static final String REFUSAL = """
            {"json_format_version":[1,0],"smartctl":{"version":[7,3],"messages":[\
            {"string":"Smartctl open device: %s failed: No such device","severity":"error"}],"exit_status":2}}
            """;

    private final DriveFolder folder;

    Smartctl(DriveFolder folder) {
        this.folder = folder;
    }

    @Override
    public Reply run(List<String> arguments, String input) {
        if (arguments.contains("--scan-open")) {
            return Reply.ok(folder.drives().stream()
                    .map(drive -> "%s -d sat # %1$s [SAT], ATA device\n".formatted(path(drive)))
                    .collect(Collectors.joining()));
        }
        String path = arguments.isEmpty() ? "" : arguments.get(arguments.size() - 1);
        return folder.drives().stream()
                .filter(drive -> path.equals(path(drive)))
                .findFirst()
                .map(drive -> answer(drive, arguments.contains("-x")))
                .orElseGet(() -> new Reply(NOT_OPENED, REFUSAL.formatted(path), ""));
    }

    private static Reply answer(Map<String, String> drive, boolean all) {
        String passed = drive.get("PASSED");
        int status = "true".equals(passed) ? 0 : FAILING;
        String answer = all
                ? ALL.formatted(
                        status,
                        path(drive),
                        drive.get("MODEL"),
                        drive.get("SERIAL"),
                        drive.get("FIRMWARE"),
                        passed,
                        drive.get("REALLOCATED"),
                        drive.get("PENDING"))
                : HEALTH.formatted(path(drive), passed);
        return new Reply(status, answer, "");
    }

    private static String path(Map<String, String> drive) {
        return "/dev/" + drive.get("NAME");
    }
}
