package dev.baton.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.sshd.common.util.threads.CloseableExecutorService;
import org.apache.sshd.server.command.AbstractCommandSupport;

/** As much of an IOS switch as a backup needs; a line of its configuration is another one at each look. */
final class IosShell extends AbstractCommandSupport {

    private static final int INTERFACES = 48;
    private static final int CTRL_D = 4;

    IosShell(CloseableExecutorService threads) {
        super(null, threads);
    }

    @Override
    public void run() {
        String prompt = Addresses.name(SshFleet.number(getServerSession())) + "#";
        try {
            print(prompt);
            for (String line = readLine(); line != null && !line.equals("exit"); line = readLine()) {
                print(answer(line.strip()) + prompt);
            }
            onExit(0);
        } catch (IOException e) {
            onExit(1, "the client is gone");
        }
    }

    private static String answer(String line) {
        if (line.isEmpty() || line.startsWith("term")) {
            return "";
        }
        return line.equals("show running-config") ? configuration() : "% Invalid input detected at '^' marker.\n";
    }

    private static String configuration() {
        StringBuilder text = new StringBuilder("Building configuration...\n\nversion 15.2\n");
        for (int number = 1; number <= INTERFACES; number++) {
            text.append("interface GigabitEthernet1/0/")
                    .append(number)
                    .append("\n description desk ")
                    .append(number);
            text.append("\n switchport access vlan 10\n switchport mode access\n spanning-tree portfast\n!\n");
        }
        text.append("snmp-server community geheim RO\n");
        text.append("snmp-server location seen at ").append(System.nanoTime()).append('\n');
        return text.append("ntp clock-period 17179869\nend\n").toString();
    }

    private void print(String text) throws IOException {
        getOutputStream().write(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
        getOutputStream().flush();
    }

    /** With echo, as a terminal has it. @return null when the other side is gone */
    private String readLine() throws IOException {
        InputStream in = getInputStream();
        StringBuilder line = new StringBuilder();
        for (int key = in.read(); key >= 0 && key != CTRL_D; key = in.read()) {
            if (key == '\r' || key == '\n') {
                print(line + "\n");
                return line.toString();
            }
            line.append((char) key);
        }
        return null;
    }
}
