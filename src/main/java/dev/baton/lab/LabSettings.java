package dev.baton.lab;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The built-in lab.
 *
 * @param enabled whether an installation whose settings name no inventory gets the lab's devices
 * @param path the folder for generated keys, secrets, ports and the inventory
 * @param logPath a folder where every device appends what reached it; none by default
 * @param extraHosts how many plain hosts to add to the usual devices
 * @param firstRuns whether the very first start begins two runs, so that there is something to see
 */
@ConfigurationProperties("baton.lab")
public record LabSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("data/lab") String path,
        @Nullable String logPath,
        @DefaultValue("0") int extraHosts,
        @DefaultValue("true") boolean firstRuns) {

    Path folder() {
        return Path.of(path).toAbsolutePath().normalize();
    }

    @Nullable
    Path logFolder() {
        return logPath == null || logPath.isBlank() ? null : Path.of(logPath).toAbsolutePath();
    }
}
