package dev.baton.lab.snmp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.snmp4j.smi.Counter32;
import org.snmp4j.smi.Counter64;
import org.snmp4j.smi.Gauge32;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.TimeTicks;
import org.snmp4j.smi.Variable;
import org.springframework.core.io.ClassPathResource;

/**
 * The variables of an agent. A file has one a line: OID, type and value, the type with the letters that snmpset uses
 * ({@code i} integer, {@code s} text, {@code x} hexadecimal, {@code o} OID, {@code t} timeticks, {@code c} and {@code C}
 * counters of 32 and 64 bits, {@code g} gauge), and an {@code !} behind it when the variable may be set, or a {@code +} when it
 * grows: by how much a second stands behind the value then.
 */
public final class Mib {

    private static final OID UPTIME = new OID("1.3.6.1.2.1.1.3.0");

    private final NavigableMap<OID, Supplier<Variable>> variables = new ConcurrentSkipListMap<>();
    private final NavigableMap<OID, Boolean> writable = new ConcurrentSkipListMap<>();

    /** Reads a resource. @param fill replaces the placeholders of a line */
    public Mib read(String resource, UnaryOperator<String> fill) {
        try {
            new ClassPathResource(resource)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> add(fill.apply(line)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
        return this;
    }

    /** Lets the uptime of the system group follow the device. */
    public Mib withUptime(Supplier<Duration> uptime) {
        variables.put(UPTIME, () -> new TimeTicks(uptime.get().toMillis() / 10));
        return this;
    }

    @Nullable
    Variable get(OID oid) {
        Supplier<Variable> value = variables.get(oid);
        return value == null ? null : value.get();
    }

    Map.@Nullable Entry<OID, Supplier<Variable>> after(OID oid) {
        return variables.higherEntry(oid);
    }

    boolean isWritable(OID oid) {
        return writable.containsKey(oid);
    }

    void set(OID oid, Variable value) {
        variables.put(oid, () -> value);
    }

    private void add(String line) {
        String[] fields = line.split("\\s+", 3);
        OID oid = new OID(fields[0]);
        char type = fields[1].charAt(0);
        String text = fields.length < 3 ? "" : fields[2];
        if (fields[1].endsWith("+")) {
            variables.put(oid, growing(type, text));
            return;
        }
        Variable value = variable(type, text);
        variables.put(oid, () -> value);
        if (fields[1].endsWith("!")) {
            writable.put(oid, true);
        }
    }

    private static Supplier<Variable> growing(char type, String text) {
        String[] numbers = text.split("\\s+");
        long first = Long.parseLong(numbers[0]);
        long perSecond = Long.parseLong(numbers[1]);
        long begun = System.nanoTime();
        return () -> {
            long now = first + perSecond * TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun);
            return variable(type, String.valueOf(type == 'c' ? now % (1L << 32) : now));
        };
    }

    private static Variable variable(char type, String text) {
        return switch (type) {
            case 'i' -> new Integer32(Integer.parseInt(text));
            case 's' -> new OctetString(text);
            case 'x' -> OctetString.fromHexString(text, ' ');
            case 'o' -> new OID(text);
            case 't' -> new TimeTicks(Long.parseLong(text));
            case 'c' -> new Counter32(Long.parseLong(text));
            case 'C' -> new Counter64(Long.parseLong(text));
            case 'g' -> new Gauge32(Long.parseLong(text));
            default -> throw new IllegalArgumentException("unknown type " + type + " of a simulated variable");
        };
    }
}
