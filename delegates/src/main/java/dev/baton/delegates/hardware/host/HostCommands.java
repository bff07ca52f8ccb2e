package dev.baton.delegates.hardware.host;

import dev.baton.action.Command;
import dev.baton.action.Device;
import dev.baton.action.Privilege;
import dev.baton.action.Shell;
import java.time.Duration;

/** What a Linux host is asked; each is one command, because only the host knows the names of its drives and arrays. */
final class HostCommands {

    /** A drive that fails makes smartctl wait for it. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final String SMART = """
            PATH=$PATH:/usr/sbin:/sbin; export PATH; \
            command -v smartctl >/dev/null 2>&1 || exit 127; \
            scan=$(%1$ssmartctl --scan-open) || { echo "$scan"; exit 1; }; \
            echo "$scan" | while read -r device d type rest; do \
            case $device in \
            /dev/*) %1$ssmartctl -x --json=c -d "$type" "$device" </dev/null; echo ;; \
            "#") echo "# $d $type $rest" ;; \
            esac; done""";

    private static final String ARRAYS = """
            PATH=$PATH:/usr/sbin:/sbin; export PATH; \
            [ -r /proc/mdstat ] || exit 127; \
            cat /proc/mdstat; \
            command -v mdadm >/dev/null 2>&1 || exit 0; \
            sed -n "s/^\\(md[^ ]*\\) : .*/\\1/p" /proc/mdstat | while read -r array; do \
            echo "== $array"; \
            %1$smdadm --detail --test "/dev/$array" </dev/null 2>&1; echo "== ended with $?"; \
            done""";

    private HostCommands() {}

    static Command smart(Device device, boolean become) {
        return script(SMART, device, become);
    }

    static Command arrays(Device device, boolean become) {
        return script(ARRAYS, device, become);
    }

    /** Where sudo asks for a password it is asked once, for the whole script; elsewhere only for the two programs. */
    private static Command script(String script, Device device, boolean become) {
        Privilege privilege = Privilege.of(device, become);
        boolean whole = privilege == Privilege.ROOT_BY_PASSWORD;
        String text = script.formatted(privilege == Privilege.ROOT ? "sudo -n " : "");
        String line = whole ? privilege.line("sh", "-c", text) : Shell.POSIX.line("sh", "-c", text);
        return Command.exec(line).within(PATIENCE);
    }
}
