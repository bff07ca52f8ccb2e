package dev.baton.device.net;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whom the network channels may reach and trust.
 *
 * @param httpAllowed hosts that HTTP calls may go to ({@code host} or {@code host:port}), and the private networks
 *     ({@code 10.0.0.0/8}) that their names may lead into
 * @param caPath a folder with CA certificates in PEM files, which diagrams name by the file's name
 */
@ConfigurationProperties("baton.device")
public record NetSettings(
        @DefaultValue List<String> httpAllowed, @Nullable Path caPath) {

    public NetSettings {
        httpAllowed = List.copyOf(httpAllowed);
    }
}
