package dev.baton.delegates.firmware;

import dev.baton.action.ActionProblem;
import dev.baton.action.Binding;
import dev.baton.action.Command;
import dev.baton.action.Problem;
import dev.baton.action.Session;
import dev.baton.delegates.firmware.vendor.Enterprises;
import dev.baton.delegates.firmware.vendor.EntityField;
import dev.baton.delegates.firmware.vendor.Part;
import dev.baton.delegates.firmware.vendor.SnmpText;
import dev.baton.delegates.firmware.vendor.Source;
import dev.baton.delegates.firmware.vendor.Vendor;
import dev.baton.delegates.firmware.vendor.Vendors;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Asks one device over SNMP what it is. Only the system group has to answer; what the device does not tell or answers wrongly
 * beyond that is left out.
 */
final class SnmpLook {

    private static final String DESCRIPTION = "1.3.6.1.2.1.1.1.0";
    private static final String OBJECT_ID = "1.3.6.1.2.1.1.2.0";
    private static final String UPS_MAKER = "1.3.6.1.2.1.33.1.1.1.0";
    private static final String UPS_MODEL = "1.3.6.1.2.1.33.1.1.2.0";
    private static final String UPS_VERSION = "1.3.6.1.2.1.33.1.1.3.0";
    private static final String UPS_AGENT = "1.3.6.1.2.1.33.1.1.4.0";
    private static final Command SYSTEM = Command.snmpGet(DESCRIPTION, OBJECT_ID);
    private static final Command UPS = Command.snmpGet(UPS_MAKER, UPS_MODEL, UPS_VERSION, UPS_AGENT);
    private static final int MOST_AT_ONCE = 10;
    private static final Pattern ANY_VERSION = Pattern.compile(
            "(?i)(?<!hardware )(?<!hw )\\b(?:version|firmware|fw|release|rev(?:ision)?|software|sw)(?: version| rev(?:ision)?)?[ :=]*"
                    + "v?(\\d\\w*(?:[.()\\-]\\w+)+\\)?)");
    private static final Set<Problem> FINAL = EnumSet.of(Problem.CANCELLED, Problem.PLAN_DEVIATION);

    private final Session session;
    private final Firmware firmware;
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, List<Binding>> columns = new HashMap<>();
    private final Entities entities = new Entities();

    private SnmpLook(Session session, Firmware firmware) {
        this.session = session;
        this.firmware = firmware;
    }

    /** Everything that may be asked. */
    static List<Command> commands() {
        return Stream.of(
                        Stream.of(SYSTEM, UPS),
                        gets(Vendors.marks()).stream(),
                        Vendors.all().stream().flatMap(vendor -> gets(vendor.oids()).stream()),
                        Vendors.all().stream()
                                .flatMap(vendor -> vendor.columns().stream())
                                .map(SnmpLook::walk),
                        Stream.of(EntityField.values()).map(EntityField::column).map(SnmpLook::walk))
                .flatMap(commands -> commands)
                .distinct()
                .toList();
    }

    /** @throws ActionProblem when not even the system group answers */
    static void at(Session session, Firmware firmware) {
        new SnmpLook(session, firmware).look();
    }

    private void look() {
        session.send(SYSTEM).bindings().forEach(this::keep);
        String description = SnmpText.text(values.getOrDefault(DESCRIPTION, ""));
        gets(Vendors.marks()).forEach(this::get);
        Set<String> marks = Vendors.marks().stream()
                .filter(mark -> !SnmpText.line(values.getOrDefault(mark, "")).isEmpty())
                .collect(Collectors.toSet());
        String objectId = objectId(values.getOrDefault(OBJECT_ID, ""));
        Optional<Vendor> vendor = Vendors.of(objectId, description, marks);
        vendor.ifPresent(kind -> {
            gets(kind.oids()).forEach(this::get);
            kind.columns().forEach(this::walked);
        });
        entities();
        vendor.ifPresent(kind -> tell(kind, description));
        tellByStandards(description);
        firmware.put(Firmware.VENDOR, Enterprises.of(objectId), "sysObjectID, by the enterprise in it");
    }

    private void tell(Vendor kind, String description) {
        firmware.put(Firmware.PLATFORM, kind.platform(), "sysObjectID and sysDescr");
        firmware.put(Firmware.VENDOR, kind.vendor(), "sysObjectID and sysDescr");
        tell(Firmware.VERSION, kind.version(), description);
        tell(Firmware.MODEL, kind.model(), description);
        tell(Firmware.SERIAL, kind.serial(), description);
        kind.parts().forEach(part -> tell(part, description));
    }

    private void tell(String name, List<Source> sources, String description) {
        for (Source source : sources) {
            value(source, description).ifPresent(found -> firmware.put(name, found.value(), found.source()));
        }
    }

    private Optional<Entities.Found> value(Source source, String description) {
        if (source.description() != null) {
            return found(Source.found(source.description(), description), source.label());
        }
        if (source.entity() != null) {
            return entities.whole(source.entity())
                    .flatMap(entity -> found(source.part(entity.value()), entity.source()));
        }
        Stream<String> texts = source.oid() != null
                ? Stream.of(SnmpText.line(values.getOrDefault(source.oid(), "")))
                : columns.getOrDefault(Objects.requireNonNullElse(source.column(), ""), List.of()).stream()
                        .map(SnmpText::line);
        return texts.filter(text -> !text.isEmpty())
                .map(source::part)
                .filter(text -> !text.isBlank())
                .findFirst()
                .flatMap(text -> found(text, source.label()));
    }

    private void tell(Part part, String description) {
        String namesColumn = part.names();
        if (namesColumn == null) {
            value(part.value(), description)
                    .ifPresent(found -> firmware.part(part.name(), found.value(), found.source()));
            return;
        }
        String column = Objects.requireNonNullElse(part.column(), "");
        Map<String, String> names = columns.getOrDefault(namesColumn, List.of()).stream()
                .collect(Collectors.toMap(
                        row -> row.oid().substring(namesColumn.length()), SnmpText::line, (one, other) -> one));
        columns.getOrDefault(column, List.of()).forEach(row -> {
            String name = names.getOrDefault(row.oid().substring(column.length()), "");
            firmware.part(name.isEmpty() ? part.name() : name, SnmpText.line(row), part.source());
        });
    }

    /** What any device may tell, whoever made it. */
    private void tellByStandards(String description) {
        if (!firmware.has(Firmware.VERSION) || !firmware.has(Firmware.MODEL)) {
            get(UPS);
        }
        put(Firmware.MODEL, EntityField.MODEL);
        put(Firmware.SERIAL, EntityField.SERIAL);
        put(Firmware.VERSION, EntityField.SOFTWARE);
        put(Firmware.VENDOR, EntityField.MAKER);
        put(Firmware.VENDOR, UPS_MAKER, "upsIdentManufacturer");
        put(Firmware.MODEL, UPS_MODEL, "upsIdentModel");
        put(Firmware.VERSION, UPS_VERSION, "upsIdentUPSSoftwareVersion");
        put(Firmware.VERSION, UPS_AGENT, "upsIdentAgentSoftwareVersion");
        firmware.put(Firmware.VERSION, Source.found(ANY_VERSION, description), "sysDescr, by the words before it");
        put(Firmware.VERSION, EntityField.FIRMWARE);
        firmware.put(Firmware.DESCRIPTION, SnmpText.line(description), "sysDescr");
        entities.parts().forEach(firmware::part);
    }

    private void put(String name, EntityField field) {
        entities.whole(field).ifPresent(found -> firmware.put(name, found.value(), found.source()));
    }

    private void put(String name, String oid, String source) {
        firmware.put(name, SnmpText.line(values.getOrDefault(oid, "")), source);
    }

    private void entities() {
        read(EntityField.CLASS);
        read(EntityField.MODEL);
        if (!entities.isEmpty()) {
            EnumSet.complementOf(EnumSet.of(EntityField.CLASS, EntityField.MODEL))
                    .forEach(this::read);
        }
    }

    private void read(EntityField field) {
        walked(field.column());
        entities.add(field, columns.getOrDefault(field.column(), List.of()));
    }

    private void walked(String column) {
        columns.put(column, sent(walk(column)));
    }

    private void get(Command command) {
        sent(command).forEach(this::keep);
    }

    private void keep(Binding binding) {
        if (binding.exists()) {
            values.put(binding.oid(), binding.value());
        }
    }

    /** An agent that chokes on a table still told what it is. */
    private List<Binding> sent(Command command) {
        try {
            return session.send(command).bindings();
        } catch (ActionProblem problem) {
            if (FINAL.contains(problem.problem())) {
                throw problem;
            }
            firmware.missed();
            return List.of();
        }
    }

    private static Optional<Entities.Found> found(String value, String source) {
        String line = SnmpText.line(value);
        return line.isEmpty() ? Optional.empty() : Optional.of(new Entities.Found(line, source));
    }

    /** The number of an object identifier, however it is written. */
    static String objectId(String text) {
        return text.strip()
                .replaceFirst("^OID: *", "")
                .replaceFirst("^\\.?(?:iso|1)\\.", "1.")
                .replaceFirst("^(?:SNMPv2-SMI::)?enterprises\\.", "1.3.6.1.4.1.");
    }

    private static List<Command> gets(List<String> oids) {
        List<Command> gets = new ArrayList<>();
        for (int from = 0; from < oids.size(); from += MOST_AT_ONCE) {
            List<String> some = oids.subList(from, Math.min(oids.size(), from + MOST_AT_ONCE));
            gets.add(Command.snmpGet(some.toArray(String[]::new)));
        }
        return gets;
    }

    private static Command walk(String column) {
        return Command.snmpWalk(column).within(Duration.ofMinutes(1));
    }
}
