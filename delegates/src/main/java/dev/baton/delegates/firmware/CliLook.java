package dev.baton.delegates.firmware;

import dev.baton.action.Command;
import dev.baton.action.Dialect;
import dev.baton.action.Operation;
import dev.baton.action.Session;
import dev.baton.delegates.firmware.vendor.CliPatterns;
import dev.baton.delegates.firmware.vendor.Source;
import dev.baton.delegates.firmware.vendor.Vendor;
import dev.baton.delegates.firmware.vendor.Vendors;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Asks a network device on its command line, by the platform's own version command. */
final class CliLook {

    private CliLook() {}

    static List<Command> commands(Dialect dialect) {
        return dialect.supports(Operation.SHOW_VERSION) ? List.of(dialect.command(Operation.SHOW_VERSION)) : List.of();
    }

    /** Whether the platform has a version command whose answer is understood. */
    static boolean suits(Dialect dialect) {
        return dialect.supports(Operation.SHOW_VERSION) && patterns(dialect).isPresent();
    }

    static void at(Session session, Firmware firmware) {
        Dialect dialect = session.dialect();
        Command command = dialect.command(Operation.SHOW_VERSION);
        String shown = session.send(command).output();
        patterns(dialect).ifPresent(patterns -> {
            firmware.put(Firmware.VERSION, Source.found(patterns.version(), shown), command.text());
            put(firmware, Firmware.MODEL, patterns.model(), shown, command);
            put(firmware, Firmware.SERIAL, patterns.serial(), shown, command);
        });
        Vendors.of(dialect.platform()).ifPresent(vendor -> {
            firmware.put(Firmware.PLATFORM, vendor.platform(), "inventory");
            firmware.put(Firmware.VENDOR, vendor.vendor(), "inventory");
        });
    }

    private static void put(Firmware firmware, String name, @Nullable Pattern pattern, String shown, Command command) {
        if (pattern != null) {
            firmware.put(name, Source.found(pattern, shown), command.text());
        }
    }

    private static Optional<CliPatterns> patterns(Dialect dialect) {
        return Vendors.of(dialect.platform()).map(Vendor::cli);
    }
}
