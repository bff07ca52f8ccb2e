package dev.baton.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.action.Content;
import dev.baton.device.Deadlines;
import dev.baton.device.Protocol;
import dev.baton.device.TestLinks;
import dev.baton.device.net.TestNet;
import dev.baton.device.snmp.TestSnmp;
import dev.baton.device.ssh.TestSsh;
import dev.baton.inventory.InventoryDevice;
import dev.baton.testing.Devices;
import dev.baton.testing.HaproxyServer;
import dev.baton.testing.LiveSteps;
import dev.baton.testing.OpenSshServer;
import dev.baton.testing.ProcedureEngine;
import dev.baton.testing.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The deployment over real haproxy, nginx, OpenSSH and net-snmp, while a client sends one request after the other. */
@Timeout(value = 6, unit = TimeUnit.MINUTES)
class DeployApplicationIT {

    private static final String ACTIVATE = """
            #!/bin/sh
            nginx="/usr/sbin/nginx -e error.log -p $PWD/nginx/ -c nginx.conf"
            if [ -e nginx/nginx.pid ]; then
              $nginx -s stop
              while [ -e nginx/nginx.pid ]; do sleep 0.05; done
            fi
            $nginx
            """;

    @RegisterExtension
    static final ProcedureEngine ENGINE = new ProcedureEngine();

    @RegisterExtension
    static final OpenSshServer BALANCER = new OpenSshServer();

    @TempDir
    static Path folder;

    private static final Deadlines DEADLINES = new Deadlines();
    private static final int PORT = Programs.freePort();

    private static Protocol ssh;
    private static TestNet net;
    private static TestSnmp snmp;
    private static List<WebHost> hosts = List.of();
    private static HaproxyServer haproxy;
    private static List<InventoryDevice> devices = List.of();

    @BeforeAll
    static void start() throws Exception {
        HaproxyServer.requirePrograms();
        Programs.require(WebHost.NGINX, "/bin/tar");
        ssh = TestSsh.protocol(DEADLINES);
        net = new TestNet();
        snmp = new TestSnmp();
        Path first = artefact("1.0", true);
        hosts = List.of(
                new WebHost("web1", "127.0.0.11", Files.createDirectory(folder.resolve("web1"))),
                new WebHost("web2", "127.0.0.12", Files.createDirectory(folder.resolve("web2"))));
        for (WebHost host : hosts) {
            host.start(PORT, first);
        }
        haproxy = new HaproxyServer(folder, Map.of("web1", "127.0.0.11:" + PORT, "web2", "127.0.0.12:" + PORT));
        InventoryDevice balancer =
                Devices.named("lb1", "127.0.0.1", "linux", BALANCER.port(), BALANCER.credential(), BALANCER.pin());
        devices = List.of(balancer, hosts.get(0).device(), hosts.get(1).device());
        await("both are up").atMost(20, TimeUnit.SECONDS).until(() -> up() == 2);
    }

    @AfterAll
    static void stop() throws IOException {
        if (haproxy != null) {
            haproxy.close();
        }
        for (WebHost host : hosts) {
            host.stop();
        }
        if (net != null) {
            net.close();
        }
        if (snmp != null) {
            snmp.close();
        }
        DEADLINES.close();
    }

    @Test
    void noRequestFailsWhileAReleaseComesABrokenOneGoesBackAndABrokenDriveStopsOne() throws Exception {
        try (SteadyClient client = new SteadyClient(haproxy.address() + "/version")) {
            ProcessInstance good = deploy("2.0", artefact("2.0", true));

            BpmnAwareTests.assertThat(good).isEnded().hasPassed("EndEvent_Released");
            assertThat(hosts).allSatisfy(host -> assertThat(host.current()).isEqualTo("releases/2.0"));
            assertThat(up()).isEqualTo(2);

            ProcessInstance bad = deploy("3.0", artefact("3.0", false));

            BpmnAwareTests.assertThat(bad).isEnded().hasPassed("EndEvent_RolledBack");
            assertThat(hosts).allSatisfy(host -> assertThat(host.current()).isEqualTo("releases/2.0"));
            assertThat(up()).isEqualTo(2);
            hosts.get(0).setDrive(snmp.open(hosts.get(0).device()), 2);
            ProcessInstance degraded = deploy("4.0", artefact("4.0", true));

            BpmnAwareTests.assertThat(degraded)
                    .isEnded()
                    .hasPassed("EndEvent_BatchNotFit", "EndEvent_RolledBack")
                    .hasNotPassed("CallActivity_DrainBatch", "CallActivity_ReleaseBatch");
            assertThat(hosts).noneMatch(host -> host.has("4.0"));
            assertThat(hosts).allSatisfy(host -> assertThat(host.current()).isEqualTo("releases/2.0"));
            assertThat(up()).isEqualTo(2);
            assertThat(client.answers()).containsOnlyKeys("1.0", "2.0");
        }
    }

    private static ProcessInstance deploy(String release, Path artefact) throws IOException {
        ProcessInstance run = ENGINE.start(
                "deploy-application",
                Map.ofEntries(
                        Map.entry("query", "tag = web"),
                        Map.entry("loadBalancers", "name = lb1"),
                        Map.entry("backend", "web"),
                        Map.entry("socket", haproxy.socket()),
                        Map.entry("folder", WebHost.FOLDER),
                        Map.entry("release", release),
                        Map.entry("artefact", artefact.getFileName().toString()),
                        Map.entry(
                                "sha256",
                                Content.of(Files.readAllBytes(artefact)).sha256()),
                        Map.entry("activation", "bin/activate"),
                        Map.entry("healthUrl", "http://{address}:" + PORT + "/health"),
                        Map.entry("rollout", "1")));
        try (LiveSteps steps = new LiveSteps(
                devices,
                device -> TestLinks.fresh(device, ssh, net.protocol(), snmp.protocol()),
                (path, sha256) -> content(path),
                Map.of())) {
            steps.work(ENGINE);
            ENGINE.decide("Task_ApproveDeployment", "approve");
            steps.work(ENGINE);
        }
        return run;
    }

    private static long up() {
        return haproxy.asked("show stat")
                .lines()
                .filter(line -> line.matches("web,web\\d,.*,UP,.*L7OK.*"))
                .count();
    }

    /** A release of nginx's pages; one that is not fit has no health page. */
    private static Path artefact(String release, boolean fit) throws IOException {
        Path content = Files.createDirectories(folder.resolve("build-" + release + "/html"))
                .getParent();
        Files.writeString(content.resolve("html/version"), release + "\n");
        if (fit) {
            Files.writeString(content.resolve("html/health"), "ok\n");
        }
        Path script =
                Files.writeString(Files.createDirectory(content.resolve("bin")).resolve("activate"), ACTIVATE);
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path file = folder.resolve("shop-" + release + ".tar.gz");
        Programs.run("/bin/tar", "-czf", file.toString(), "-C", content.toString(), ".");
        return file;
    }

    private static Content content(String path) {
        try {
            return Content.of(Files.readAllBytes(folder.resolve(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
