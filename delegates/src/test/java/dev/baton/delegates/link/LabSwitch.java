package dev.baton.delegates.link;

import dev.baton.action.ConfigStore;
import dev.baton.action.DeviceChanges;
import dev.baton.action.Observations;
import dev.baton.testing.RecordedAgent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The access switch of the lab, as it answers at one moment. */
final class LabSwitch {

    private LabSwitch() {}

    static RecordedAgent agent() {
        try {
            return new RecordedAgent()
                    .with(Files.readString(Path.of("../src/main/resources/lab/snmp/access-switch.txt"))
                            .replaceAll("(?m) ([a-zA-Z])[!+]", " $1")
                            .replaceAll("(?m)^(\\S+ [cC] \\d+) \\d+$", "$1"))
                    .with("1.3.6.1.2.1.1.3.0 t 864000000");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Observations nothingSeen() {
        return new Observations() {
            @Override
            public Optional<Seen> latest(String device, String kind) {
                return Optional.empty();
            }

            @Override
            public List<Seen> history(String device, String kind, int most) {
                return List.of();
            }

            @Override
            public Map<String, Seen> latest(String kind) {
                return Map.of();
            }
        };
    }

    static ConfigStore noBackups() {
        return dump -> {
            throw new UnsupportedOperationException("reading a link saves nothing");
        };
    }

    /** A journal in which Baton changed nothing. */
    static DeviceChanges noRuns() {
        return (device, from, to, most) -> List.of();
    }
}
