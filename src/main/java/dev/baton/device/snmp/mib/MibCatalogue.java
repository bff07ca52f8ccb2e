package dev.baton.device.snmp.mib;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.baton.action.Mib;
import dev.baton.action.MibObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** What the files {@code mibs/*.yaml} say, and the YAML files and MIB modules of the installation's folder. */
@Component
class MibCatalogue implements Mib {

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Map<String, MibObject> byOid = new HashMap<>();
    /** By bare and by qualified name; a bare name that several modules have stands for none. */
    private final Map<String, Optional<MibObject>> byName = new HashMap<>();

    MibCatalogue(MibSettings settings) {
        builtIn().forEach(this::add);
        if (settings.path() != null) {
            List<Path> files = files(settings.path());
            files.stream()
                    .filter(MibCatalogue::isYaml)
                    .flatMap(MibCatalogue::file)
                    .forEach(this::add);
            List<SmiModule> modules = files.stream()
                    .filter(file -> !isYaml(file))
                    .map(MibCatalogue::module)
                    .toList();
            new SmiModules(modules, name -> named(name).map(MibObject::oid))
                    .objects()
                    .toList()
                    .forEach(this::add);
        }
    }

    private void add(MibObject object) {
        byOid.put(object.oid(), object);
        byName.put(object.module() + "::" + object.name(), Optional.of(object));
        byName.merge(
                object.name(),
                Optional.of(object),
                (one, other) ->
                        one.map(MibObject::module).equals(other.map(MibObject::module)) ? other : Optional.empty());
    }

    @Override
    public Optional<MibObject> object(String oid) {
        String part = oid;
        while (true) {
            MibObject found = byOid.get(part);
            int dot = part.lastIndexOf('.');
            if (found != null || dot < 0) {
                return Optional.ofNullable(found);
            }
            part = part.substring(0, dot);
        }
    }

    @Override
    public Optional<MibObject> named(String name) {
        return byName.getOrDefault(name, Optional.empty());
    }

    private static Stream<MibObject> builtIn() {
        try {
            Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath:/mibs/*.yaml");
            return Stream.of(files).flatMap(file -> {
                try (InputStream content = file.getInputStream()) {
                    return read(String.valueOf(file.getFilename()), content);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new BadMibException(folder.toString(), "baton.device.mibs.path must be a folder: " + e);
        }
    }

    private static boolean isYaml(Path file) {
        return file.toString().endsWith(".yaml");
    }

    private static SmiModule module(Path file) {
        try {
            // Vendors write names and syntax in ASCII and their texts in whatever they like.
            return SmiModule.parse(Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (IOException | IllegalArgumentException e) {
            throw new BadMibException(file.toString(), String.valueOf(e.getMessage()));
        }
    }

    private static Stream<MibObject> file(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            return read(file.toString(), content);
        } catch (IOException e) {
            throw new BadMibException(file.toString(), String.valueOf(e.getMessage()));
        }
    }

    private static Stream<MibObject> read(String name, InputStream content) throws IOException {
        try {
            return YAML.readValue(content, MibFile.class).read().toList().stream();
        } catch (IllegalArgumentException e) {
            throw new BadMibException(name, String.valueOf(e.getMessage()));
        }
    }
}
