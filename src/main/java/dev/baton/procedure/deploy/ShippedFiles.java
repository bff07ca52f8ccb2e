package dev.baton.procedure.deploy;

import dev.baton.procedure.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The procedures inside the application, under the names that they have in the repository. */
@Component
final class ShippedFiles {

    private final PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
    private final String root;

    @Autowired
    ShippedFiles() {
        this("");
    }

    ShippedFiles(String root) {
        this.root = root;
    }

    /** By name; exploded or packed, the names are the same. */
    Map<String, SourceFile> read() {
        Map<String, SourceFile> files = new TreeMap<>();
        try {
            add(files, "processes/", "**/*.bpmn");
            add(files, "processes/", "**/*.dmn");
            add(files, "forms/", "*.form");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private void add(Map<String, SourceFile> files, String folder, String pattern) throws IOException {
        for (Resource place : resolver.getResources("classpath*:" + root + folder)) {
            String prefix = place.getURL().toString();
            for (Resource resource : resolver.getResources(prefix + pattern)) {
                String name = folder + resource.getURL().toString().substring(prefix.length());
                try (InputStream content = resource.getInputStream()) {
                    files.putIfAbsent(name, new SourceFile(name, content.readAllBytes()));
                }
            }
        }
    }
}
