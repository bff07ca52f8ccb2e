package dev.baton.lab.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/** The files that can be read on a host; some of them follow its state. */
final class Files {

    private static final String FOLDER = "lab/debian/files";
    private static final List<String> STORED = List.of(
            "/etc/os-release",
            "/etc/hosts",
            "/etc/ssh/sshd_config",
            "/etc/fstab",
            "/etc/resolv.conf",
            "/etc/passwd",
            "/etc/apt/sources.list");

    private final Map<String, Supplier<String>> contents = new LinkedHashMap<>();
    private final Kernel kernel;

    Files(String host, Kernel kernel, Supplier<String> mdstat) {
        this.kernel = kernel;
        STORED.forEach(path -> {
            String content = resource(FOLDER + path).replace("{{hostname}}", host);
            contents.put(path, () -> content);
        });
        contents.put("/etc/hostname", () -> host + "\n");
        contents.put("/proc/sys/kernel/random/boot_id", () -> kernel.bootId() + "\n");
        contents.put("/proc/sys/kernel/hostname", () -> host + "\n");
        contents.put("/proc/uptime", () -> kernel.uptime().toSeconds() + ".00 0.00\n");
        contents.put("/proc/mdstat", mdstat);
        contents.put("/proc/locks", () -> "");
        contents.put("/proc/loadavg", () -> "0.08 0.03 0.01 1/131 4711\n");
    }

    Map<String, String> stored() {
        return STORED.stream()
                .collect(Collectors.toMap(path -> path, path -> read(path).orElseThrow()));
    }

    Optional<String> read(String path) {
        return Optional.ofNullable(contents.get(path)).map(Supplier::get);
    }

    Optional<String> link(String path) {
        return path.equals("/vmlinuz") ? Optional.of("boot/vmlinuz-" + kernel.installed()) : Optional.empty();
    }

    boolean exists(String path) {
        return contents.containsKey(path) || link(path).isPresent() || isFolder(path);
    }

    boolean isFolder(String path) {
        return contents.keySet().stream().anyMatch(file -> file.startsWith(path.endsWith("/") ? path : path + "/"));
    }

    private static String resource(String name) {
        try {
            return new ClassPathResource(name).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
