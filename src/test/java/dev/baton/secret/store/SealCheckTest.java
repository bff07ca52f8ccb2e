package dev.baton.secret.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.secret.Secret;
import dev.baton.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class SealCheckTest {

    private final TestDatabase database = TestDatabase.h2();

    @TempDir
    private Path folder;

    @Test
    void batonDoesNotStartWithoutTheKeyOfWhatItKeeps() throws Exception {
        start();
        try (Secret secret = new Secret("geheim".toCharArray())) {
            TestSecretStore.over(database, key()).keepPending("hosts", "web1", secret, "RUN-000042");
        }
        start();
        Files.delete(key());

        assertThatThrownBy(this::start)
                .isInstanceOfSatisfying(
                        UnsealableException.class,
                        refusal -> assertThat(new UnsealableAnalyzer()
                                        .analyze(refusal, refusal)
                                        .getDescription())
                                .contains("version 1 of the secret hosts for web1", key().toString()));
    }

    private Path key() {
        return folder.resolve("secret.key");
    }

    private void start() {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.registerBean(SecretStore.class, () -> TestSecretStore.over(database, key()));
            context.register(SealCheck.class);
            context.refresh();
        }
    }
}
