package dev.baton.lab;

import dev.baton.lab.host.Host;
import dev.baton.lab.host.KeyedHost;
import dev.baton.lab.machine.Appliance;
import dev.baton.lab.machine.DeviceLog;
import dev.baton.lab.machine.Machine;
import dev.baton.lab.machine.Power;
import dev.baton.lab.network.NetworkDevice;
import dev.baton.lab.snmp.Access;
import dev.baton.lab.snmp.Mib;
import dev.baton.lab.snmp.SnmpAgent;
import dev.baton.lab.ssh.Keys;
import dev.baton.lab.ssh.SshFront;
import dev.baton.lab.ssh.Threads;
import dev.baton.lab.tls.Flaw;
import dev.baton.lab.tls.TlsPort;
import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One device of the lab, reachable from its start to its close. */
final class LabDevice implements AutoCloseable {

    private static final Duration APPLIANCE_UPTIME = Duration.ofDays(400);
    private static final Pattern SECRET = Pattern.compile("\\{\\{secret:([a-z-]+)}}");

    private final Fleet.Member member;
    private final DeviceLog log;
    private final SshFront front;
    private final SnmpAgent agent;
    private final String fingerprint;
    private final int sshPort;
    private final int snmpPort;
    private final List<LabPorts.Taken<TlsPort>> tls;

    LabDevice(
            Fleet.Member member,
            LabFolder folder,
            LabPorts ports,
            LabCredentials credentials,
            Threads threads,
            @Nullable Path logFolder) {
        Clock clock = Clock.systemUTC();
        this.member = member;
        this.log = new DeviceLog(
                member.name(), logFolder == null ? null : logFolder.resolve(member.name() + ".log"), clock);
        Power power = new Power(threads.timer());
        Machine machine = machine(member, folder, credentials, power, clock);
        KeyPair hostKey = folder.keyPair("host-" + member.name() + ".key");
        KeyPair known = member.rebuilt() ? folder.keyPair("host-before-" + member.name() + ".key") : hostKey;
        this.fingerprint = Keys.fingerprint(known.getPublic());
        Map<String, String> files =
                machine instanceof KeyedHost keyed ? keyed.host().files() : Map.of();
        this.front = new SshFront(
                machine, log, credentials.login(member), hostKey, folder.files(member.name(), files), threads);
        this.sshPort = ports.take(
                        member.name() + ".ssh", port -> front.open(port) ? Optional.of(front) : Optional.empty())
                .port();
        power.onReboot(front::close, () -> {
            machine.boot();
            front.reopen();
        });
        Mib mib = mib(member, machine);
        LabPorts.Taken<SnmpAgent> taken = ports.take(
                member.name() + ".snmp", port -> agent(member, mib, credentials.access(member), power, log, port));
        this.agent = taken.what();
        this.snmpPort = taken.port();
        this.tls = member.tls().stream()
                .map(flaw -> ports.take(member.name() + ".tls-" + flaw, port -> tls(member, flaw, port, threads)))
                .toList();
    }

    private static Machine machine(
            Fleet.Member member, LabFolder folder, LabCredentials credentials, Power power, Clock clock) {
        if (member.appliance()) {
            return new Appliance(clock, APPLIANCE_UPTIME);
        }
        if (member.host() != null) {
            return new KeyedHost(new Host(member.name(), member.host(), power, clock), credentials.keys(member));
        }
        return new NetworkDevice(
                member.name(),
                member.platform(),
                text -> SECRET.matcher(text.replace("{{hostname}}", member.name())
                                .replace("{{community}}", credentials.community()))
                        .replaceAll(match -> folder.madeUp(member.name(), match.group(1))),
                power,
                clock);
    }

    private static Mib mib(Fleet.Member member, Machine machine) {
        Mib mib = new Mib()
                .read(
                        "lab/snmp/system.txt",
                        line -> line.replace("{{hostname}}", member.name())
                                .replace("{{site}}", member.site())
                                .replace("{{description}}", SystemGroup.description(member))
                                .replace("{{object-id}}", SystemGroup.objectId(member.platform())));
        member.mib().forEach(part -> mib.read("lab/snmp/" + part + ".txt", line -> line));
        return mib.withUptime(machine::uptime);
    }

    private static Optional<SnmpAgent> agent(
            Fleet.Member member, Mib mib, Access access, Power power, DeviceLog log, int port) {
        try {
            return Optional.of(new SnmpAgent(member.name(), mib, access, power, log, port));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<TlsPort> tls(Fleet.Member member, Flaw flaw, int port, Threads threads) {
        try {
            return Optional.of(new TlsPort(member.name(), flaw, port, threads.work()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    Fleet.Member member() {
        return member;
    }

    DeviceLog log() {
        return log;
    }

    String fingerprint() {
        return fingerprint;
    }

    int sshPort() {
        return sshPort;
    }

    int snmpPort() {
        return snmpPort;
    }

    List<Integer> tlsPorts() {
        return tls.stream().map(LabPorts.Taken::port).toList();
    }

    @Override
    public void close() {
        tls.forEach(port -> port.what().close());
        front.close();
        agent.close();
    }
}
