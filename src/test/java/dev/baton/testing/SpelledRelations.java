package dev.baton.testing;

import dev.baton.action.Relations;
import java.util.List;
import java.util.Optional;

/** Relations that the names spell: {@code web1} depends on {@code sw1}, and only {@code db...} has a controller. */
final class SpelledRelations implements Relations {

    @Override
    public List<String> dependsOn(String device) {
        return device.startsWith("lone") ? List.of() : List.of("sw1");
    }

    @Override
    public Optional<String> controllerOf(String device) {
        return device.startsWith("db") ? Optional.of("bmc-" + device) : Optional.empty();
    }
}
