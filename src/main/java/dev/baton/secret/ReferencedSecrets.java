package dev.baton.secret;

import dev.baton.action.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Secrets from environment variables and files. */
@Component
class ReferencedSecrets implements Secrets {

    private static final String ENVIRONMENT = "env:";
    private static final String FILE = "file:";

    private final Map<String, String> environment;

    @Autowired
    ReferencedSecrets() {
        this(System.getenv());
    }

    ReferencedSecrets(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Secret resolve(SecretReference reference) {
        String uri = reference.uri();
        if (uri.startsWith(ENVIRONMENT)) {
            return fromEnvironment(uri.substring(ENVIRONMENT.length()));
        }
        if (uri.startsWith(FILE)) {
            return fromFile(uri);
        }
        // The text itself may be a secret that somebody wrote where a reference belongs, so it is not repeated.
        throw Problem.AUTH_FAILED.because("a secret must be given as env:NAME or file:PATH, not as anything else");
    }

    private Secret fromEnvironment(String name) {
        @Nullable String value = environment.get(name);
        if (value == null || value.isEmpty()) {
            throw Problem.AUTH_FAILED.because(
                    "the secret env:" + name + " needs the environment variable " + name + ", which is not set");
        }
        return new Secret(value.toCharArray());
    }

    private static Secret fromFile(String uri) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(Path.of(uri.substring(FILE.length())));
        } catch (IOException | RuntimeException e) {
            throw Problem.AUTH_FAILED.because("the secret " + uri + " cannot be read: " + e);
        }
        CharBuffer text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
        char[] content = text.array();
        int end = text.limit();
        try {
            if (end > 0 && content[end - 1] == '\n') {
                end--;
            }
            if (end > 0 && content[end - 1] == '\r') {
                end--;
            }
            if (end == 0) {
                throw Problem.AUTH_FAILED.because("the secret " + uri + " is empty");
            }
            char[] value = Arrays.copyOf(content, end);
            Secret secret = new Secret(value);
            Arrays.fill(value, '\0');
            return secret;
        } finally {
            Arrays.fill(content, '\0');
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
