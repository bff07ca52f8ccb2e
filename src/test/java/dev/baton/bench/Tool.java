package dev.baton.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Another team's program, as it is called from a shell; its children are charged to whoever waits for it. */
record Tool(Path folder, Map<String, String> environment, List<String> words) {

    private static final int LONGEST_MINUTES = 4;

    /** @return what it printed */
    String run() throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new IOException(words.get(0) + " did not end within " + LONGEST_MINUTES + " minutes");
        }
        return Files.readString(output);
    }
}
