package dev.baton.delegates.firmware;

import dev.baton.action.ActionProblem;
import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Dialect;
import dev.baton.action.Operation;
import dev.baton.action.Problem;
import dev.baton.action.Session;
import dev.baton.delegates.firmware.vendor.SnmpText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks a host over SSH what it is: its release, kernel, board, BIOS, drives and network cards, as far as it may be read. */
final class HostLook {

    private static final Command FACTS = Command.exec(script());
    private static final Pattern RELEASE = Pattern.compile("(?m)^(ID|NAME|VERSION_ID)=[\"']?([^\"'\\n]*)[\"']?$");
    private static final Pattern KERNEL = Pattern.compile("(?m)^Linux (\\d\\S*)");
    private static final Set<Problem> FINAL = Set.of(Problem.CANCELLED, Problem.PLAN_DEVIATION);
    private static final String OS_RELEASE = "/etc/os-release";
    private static final String DMI = "/sys/class/dmi/id";

    private HostLook() {}

    static List<Command> commands(Dialect dialect) {
        return List.of(dialect.command(Operation.SHOW_VERSION), FACTS);
    }

    static void at(Session session, Firmware firmware) {
        Answer release = session.send(session.dialect().command(Operation.SHOW_VERSION));
        Map<String, String> words = new LinkedHashMap<>();
        RELEASE.matcher(release.output()).results().forEach(word -> words.put(word.group(1), word.group(2)));
        Map<String, String> facts = new LinkedHashMap<>();
        facts(session).lines().map(line -> line.split("\t", -1)).forEach(fact -> tell(fact, facts, firmware));
        firmware.put(Firmware.PLATFORM, "linux", OS_RELEASE);
        firmware.put(Firmware.VENDOR, words.getOrDefault("NAME", ""), OS_RELEASE);
        String point = facts.getOrDefault("release", "");
        if (words.getOrDefault("ID", "").equals("debian") && point.matches("\\d+(\\.\\d+)*")) {
            firmware.put(Firmware.VERSION, point, "/etc/debian_version");
        }
        firmware.put(Firmware.VERSION, words.getOrDefault("VERSION_ID", ""), OS_RELEASE);
        firmware.put(Firmware.MODEL, facts.getOrDefault("product_name", ""), DMI);
        firmware.put(Firmware.SERIAL, facts.getOrDefault("product_serial", ""), DMI);
        firmware.part("BIOS", facts.getOrDefault("bios_version", ""), DMI);
        Matcher kernel = KERNEL.matcher(release.output());
        if (kernel.find()) {
            firmware.part("kernel", kernel.group(1), "uname");
        }
    }

    /** A host that refuses it is still known by its release. */
    private static String facts(Session session) {
        try {
            return session.send(FACTS).output();
        } catch (ActionProblem problem) {
            if (FINAL.contains(problem.problem())) {
                throw problem;
            }
            return "";
        }
    }

    private static void tell(String[] fact, Map<String, String> facts, Firmware firmware) {
        if (fact[0].equals("drive") && fact.length == 5) {
            firmware.part(drive(fact));
        } else if (fact[0].equals("nic") && fact.length == 3) {
            firmware.part(fact[1], SnmpText.line(fact[2]), "ethtool");
        } else if (fact.length == 2) {
            facts.put(fact[0], SnmpText.line(fact[1]));
        }
    }

    private static Map<String, Object> drive(String[] fact) {
        Map<String, Object> drive = new LinkedHashMap<>();
        drive.put("name", fact[1].replaceAll("^/sys/block/|/device$", ""));
        drive.put("kind", "drive");
        drive.put("version", fact[2].strip());
        drive.put("model", fact[3].strip());
        drive.put("serial", fact[4].strip());
        drive.put("source", "/sys/block");
        drive.values().removeIf(value -> value.toString().isEmpty());
        return drive;
    }

    private static String script() {
        try (InputStream in = HostLook.class.getResourceAsStream("host-facts.sh")) {
            if (in == null) {
                throw new IllegalStateException("there is no host-facts.sh");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
