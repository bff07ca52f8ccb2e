package dev.baton.lab.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/**
 * What a host's programs tell of its drives.
 *
 * @param kind a folder of {@code lab/debian/drives}
 */
record DriveFolder(String kind) {

    private static final String FOLDER = "lab/debian/drives/";
    private static final Pattern PAIR = Pattern.compile("(\\w+)=\"([^\"]*)\"");

    String text(String name) {
        try {
            return new ClassPathResource(FOLDER + kind + "/" + name + ".txt")
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the lab has no drives " + kind, e);
        }
    }

    /** What lsblk and SMART tell of each drive, by name. */
    List<Map<String, String>> drives() {
        Map<String, Map<String, String>> smart = pairs("smart").stream()
                .collect(Collectors.toMap(drive -> drive.getOrDefault("NAME", ""), drive -> drive));
        List<Map<String, String>> drives = pairs("lsblk");
        drives.forEach(drive -> drive.putAll(smart.getOrDefault(drive.getOrDefault("NAME", ""), Map.of())));
        return drives;
    }

    private List<Map<String, String>> pairs(String name) {
        return text(name).lines().map(DriveFolder::pairsOf).toList();
    }

    private static Map<String, String> pairsOf(String line) {
        Map<String, String> pairs = new HashMap<>();
        PAIR.matcher(line).results().forEach(pair -> pairs.put(pair.group(1), pair.group(2)));
        return pairs;
    }
}
