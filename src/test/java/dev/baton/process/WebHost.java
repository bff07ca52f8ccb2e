package dev.baton.process;

import dev.baton.action.Command;
import dev.baton.action.SnmpType;
import dev.baton.device.DeviceLink;
import dev.baton.inventory.InventoryDevice;
import dev.baton.inventory.SnmpAccess;
import dev.baton.testing.Devices;
import dev.baton.testing.NetSnmpAgent;
import dev.baton.testing.OpenSshServer;
import dev.baton.testing.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * A host with OpenSSH, nginx and a net-snmp agent at an address of its own. All hosts are this machine: every command of a session begins in the
 * host's own folder, so {@code /proc/self/cwd/shop} is another place on each.
 */
final class WebHost {

    static final String FOLDER = "/proc/self/cwd/shop";
    static final String NGINX = "/usr/sbin/nginx";

    private static final String DRIVE = "1.3.6.1.4.1.674.10893.1.20.130.4.1";

    private final String name;
    private final String address;
    private final Path home;
    private final OpenSshServer server;
    private final NetSnmpAgent agent;

    WebHost(String name, String address, Path home) {
        this.name = name;
        this.address = address;
        this.home = home;
        this.server = new OpenSshServer(
                "ListenAddress " + address,
                "ForceCommand cd " + home + " && PATH=" + home
                        + "/bin:$PATH exec /bin/sh -c \"$SSH_ORIGINAL_COMMAND\"");
        this.agent = NetSnmpAgent.at(
                address,
                "override " + DRIVE + ".2.1 octet_str \"Physical Disk 0:1:3\"",
                "override -rw " + DRIVE + ".4.1 integer 3",
                "override " + DRIVE + ".7.1 octet_str \"Z1Z2Z3\"");
    }

    void start(int port, Path artefact) throws Exception {
        server.beforeAll(null);
        agent.beforeAll(null);
        // The drives of the machine that runs the tests are not those of this host.
        Path smart =
                Files.writeString(Files.createDirectories(home.resolve("bin")).resolve("smartctl"), "#!/bin/sh\n");
        Files.setPosixFilePermissions(smart, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createDirectories(home.resolve("shop/releases/1.0"));
        Files.createDirectories(home.resolve("nginx"));
        Files.write(
                home.resolve("nginx/nginx.conf"),
                List.of(
                        "user " + System.getProperty("user.name") + ";",
                        "pid nginx.pid;",
                        "worker_processes 1;",
                        "events {}",
                        "http {",
                        "  access_log off;",
                        "  client_body_temp_path t1; proxy_temp_path t2; fastcgi_temp_path t3;",
                        "  uwsgi_temp_path t4; scgi_temp_path t5;",
                        "  server {",
                        "    listen " + address + ":" + port + ";",
                        "    root " + home + "/shop/current/html;",
                        "  }",
                        "}"));
        Programs.run("/bin/tar", "-xf", artefact.toString(), "-C", home.resolve("shop/releases/1.0") + "");
        Files.createSymbolicLink(home.resolve("shop/current"), Path.of("releases/1.0"));
        Programs.run("/bin/sh", "-c", "cd " + home + " && shop/current/bin/activate");
    }

    InventoryDevice device() {
        InventoryDevice host = Devices.named(name, address, "linux", server.port(), server.credential(), server.pin());
        return new InventoryDevice(host.device(), List.of(), host.ssh(), new SnmpAccess(agent.port(), agent.writer()));
    }

    /** The state of its drive, as OpenManage counts: 3 is online, 2 failed. */
    void setDrive(DeviceLink snmp, int state) {
        snmp.send(Command.snmpSet(DRIVE + ".4.1", SnmpType.INTEGER, String.valueOf(state)));
    }

    boolean has(String release) {
        return Files.exists(home.resolve("shop/releases/" + release));
    }

    String address() {
        return address;
    }

    String current() throws IOException {
        return Files.readSymbolicLink(home.resolve("shop/current")).toString();
    }

    void stop() throws IOException {
        if (Files.exists(home.resolve("nginx/nginx.pid"))) {
            Programs.run(NGINX, "-e", "error.log", "-p", home.resolve("nginx") + "/", "-c", "nginx.conf", "-s", "stop");
        }
        agent.afterAll(null);
        server.afterAll(null);
    }
}
