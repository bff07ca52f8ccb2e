package dev.baton.delegates.hardware;

import dev.baton.action.Command;
import dev.baton.action.Decisions;
import dev.baton.action.Delegate;
import dev.baton.action.Device;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Dialect;
import dev.baton.action.Finding;
import dev.baton.action.Observation;
import dev.baton.action.Observations;
import dev.baton.action.Result;
import dev.baton.action.Session;
import dev.baton.action.Severity;
import dev.baton.action.Shell;
import dev.baton.delegates.hardware.host.HostSources;
import dev.baton.delegates.hardware.host.SmartCounters;
import dev.baton.delegates.hardware.snmp.SnmpSources;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Reads the hardware of a device from all that tells of it, and finds the faulty part. Only reads, so repeating it is safe. */
@Component("readHardware")
@Delegate(
        name = "Read hardware",
        description = "Reads arrays, drives, fans, power supplies and temperatures over SNMP, from Linux hosts over SSH"
                + " too, and opens or resolves a finding for every part. A device fails only when nothing of it can be"
                + " read.",
        inputs = ReadHardwareInputs.class,
        outputs = {"faultyCount", "faultyDevices", "notVisibleCount", "hardwareTable"})
class ReadHardware implements DeviceDelegate<ReadHardwareInputs> {

    static final String SOURCE_SILENT = "hardware-source-silent";
    static final String NOT_READABLE = "hardware-not-readable";
    static final String NOT_VISIBLE = "hardware-not-visible";

    private static final String COUNTERS = "smart-counters";

    private final SnmpSources snmp;
    private final Observations observations;
    private final Decisions decisions;

    ReadHardware(SnmpSources snmp, Observations observations, Decisions decisions) {
        this.snmp = snmp;
        this.observations = observations;
        this.decisions = decisions;
    }

    @Override
    public List<Command> render(Device device, Dialect dialect, ReadHardwareInputs inputs) {
        List<Command> commands = new ArrayList<>(snmp.commands());
        if (dialect.shell() == Shell.POSIX) {
            commands.addAll(HostSources.commands(device, inputs.become()));
        }
        return commands;
    }

    @Override
    public Result perform(Session session, ReadHardwareInputs inputs) {
        String device = session.device().name();
        Instant now = now();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Memory memory = observations
                .latest(device, Memory.KIND)
                .map(seen -> Memory.of(seen.content()))
                .orElseGet(Memory::empty);
        Transports transports = new Transports();
        transports.ask("SNMP", () -> snmp.read(session));
        SmartCounters earlier = observations
                .latest(device, COUNTERS)
                .map(seen -> SmartCounters.of(seen.content()))
                .orElseGet(() -> SmartCounters.of(Map.of()));
        List<Observation> kept = new ArrayList<>();
        if (session.dialect().shell() == Shell.POSIX) {
            transports.ask("SSH", () -> {
                HostSources.Host host = HostSources.read(session, inputs.become(), earlier, now);
                kept.add(Observation.latest(COUNTERS, host.counters().content()));
                return host.readings();
            });
        }
        Look seen = Look.of(transports.readings(session.device()));
        Look look = inputs.acceptMissing() ? seen : seen.with(memory.missing(seen));
        kept.add(0, memory.after(look, today, inputs.acceptMissing()));
        return result(session, inputs, look, memory, today).observing(kept.toArray(Observation[]::new));
    }

    /** What tests move, so that counters and rebuilds grow old. */
    Instant now() {
        return Instant.now();
    }

    private Result result(Session session, ReadHardwareInputs inputs, Look look, Memory memory, LocalDate today) {
        Judge judge = new Judge(decisions, inputs.policy(), session.device(), today);
        List<Finding> findings = new ArrayList<>(judge.findings(look, memory));
        Silence silence = Silence.of(look, inputs.acceptMissing() ? Map.of() : memory.silent(look));
        findings.addAll(silence.findings(session.device().name()));
        boolean visible = look.isVisible() || !silence.reasons().isEmpty();
        if (!visible) {
            findings.add(notVisible(session.device().name()));
        }
        Set<String> settled = new HashSet<>(look.settledKinds(silence.components()));
        settled.addAll(List.of(SOURCE_SILENT, NOT_READABLE, NOT_VISIBLE));
        boolean faulty = findings.stream().anyMatch(finding -> finding.severity() != Severity.INFO);
        String answer = Wording.answer(look, findings.size());
        return Result.unchanged(answer)
                .with(Map.of("faulty", faulty, HardwareTable.VISIBLE, visible, HardwareTable.FINDINGS, findings.size()))
                .checked(settled, findings);
    }

    /** Such a device is not healthy; nobody knows. */
    private static Finding notVisible(String device) {
        return new Finding(device, NOT_VISIBLE, null, Severity.INFO, "Nothing is known of its hardware.")
                .seen(Wording.NOT_VISIBLE);
    }

    @Override
    public Map<String, Object> summarise(Map<String, Result> results) {
        return HardwareTable.of(results);
    }
}
