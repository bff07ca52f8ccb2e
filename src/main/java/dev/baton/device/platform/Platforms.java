package dev.baton.device.platform;

import dev.baton.action.Dialects;
import dev.baton.device.DeviceSettings;
import dev.baton.secret.Secrets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The platforms that come with Baton and those of the installation's own folder, read at start. */
@Component
public class Platforms implements Dialects {

    private static final String SUFFIX = ".yaml";

    private final Map<String, Platform> platforms = new TreeMap<>();

    /** @throws BadPlatformException for a file that cannot be used: a wrong prompt is found at start, not at night */
    Platforms(DeviceSettings settings, Secrets secrets) throws IOException {
        PlatformReader reader =
                new PlatformReader(new ScrubKey(secrets, settings.scrubKey(), settings.scrubKeyFile())::hash);
        for (Resource resource :
                new PathMatchingResourcePatternResolver().getResources("classpath*:platforms/*" + SUFFIX)) {
            String file = String.valueOf(resource.getFilename());
            add(reader, file, resource.getContentAsString(StandardCharsets.UTF_8));
        }
        Path folder = settings.platformsPath();
        if (folder != null) {
            for (Path file : yamlFiles(folder)) {
                add(reader, file.toString(), Files.readString(file));
            }
        }
    }

    private void add(PlatformReader reader, String file, String yaml) {
        String base = file.substring(file.lastIndexOf('/') + 1);
        String name = base.substring(0, base.length() - SUFFIX.length());
        platforms.put(name, reader.read(name, file, yaml));
    }

    private static List<Path> yamlFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new BadPlatformException(
                    folder.toString(), "the folder (baton.device.platforms-path) cannot be read");
        }
    }

    @Override
    public Set<String> platforms() {
        return Collections.unmodifiableSet(platforms.keySet());
    }

    @Override
    public Platform of(String platform) {
        Platform found = platforms.get(platform);
        if (found == null) {
            throw new IllegalArgumentException(
                    "there is no platform " + platform + "; known are " + String.join(", ", platforms.keySet()));
        }
        return found;
    }
}
