package dev.baton.secret.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.secret.Secret;
import dev.baton.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for kept secrets on every database. */
abstract class SecretStoreContract {

    private static final String CANARY = "canary-7Wq2-of-this-test";

    private final TestDatabase database;

    @TempDir
    private Path folder;

    private SecretStore store;

    SecretStoreContract(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void empty() {
        database.jdbc().update("delete from baton_secret_version");
        database.jdbc().update("delete from baton_secret");
        store = opened();
    }

    @Test
    void aVersionIsPendingThenCurrentThenPrevious() {
        assertThat(store.versions("hosts", "web1")).isEqualTo(new Versions(0, null, null));

        assertThat(keep("first")).isEqualTo(1);
        assertThat(store.versions("hosts", "web1")).isEqualTo(new Versions(0, null, 1));
        assertThat(store.promote("hosts", "web1", 1)).isTrue();
        assertThat(keep("second")).isEqualTo(2);
        assertThat(store.promote("hosts", "web1", 2)).isTrue();

        assertThat(store.versions("hosts", "web1")).isEqualTo(new Versions(2, 1, null));
        assertThat(text(1)).isEqualTo("first");
        assertThat(text(2)).isEqualTo("second");
    }

    @Test
    void onlyTheVersionThatIsPendingIsPromotedAndOnlyOnce() {
        keep("first");
        keep("second");

        assertThat(store.promote("hosts", "web1", 1)).isFalse();
        assertThat(store.promote("hosts", "web1", 2)).isTrue();
        assertThat(store.promote("hosts", "web1", 2)).isFalse();
        assertThat(store.versions("hosts", "web1")).isEqualTo(new Versions(2, 0, null));
    }

    @Test
    void aDiscardedVersionIsNotPendingAndItsNumberIsNotUsedAgain() {
        keep("first");

        store.discard("hosts", "web1", 1);

        assertThat(store.versions("hosts", "web1")).isEqualTo(new Versions(0, null, null));
        assertThat(keep("second")).isEqualTo(2);
    }

    @Test
    void eachDeviceHasVersionsOfItsOwn() {
        keep("first");

        assertThat(store.versions("hosts", "web2")).isEqualTo(new Versions(0, null, null));
        assertThat(store.open("hosts", "web2", 1)).isEmpty();
    }

    @Test
    void whatIsForgottenMakesTheFirstSecretCountAgain() {
        keep("first");
        store.promote("hosts", "web1", 1);

        assertThat(store.forget("hosts", "web1")).isTrue();
        assertThat(store.forget("hosts", "web1")).isFalse();
        assertThat(store.versions("hosts", "web1")).isEqualTo(new Versions(0, null, null));
    }

    @Test
    void noRowReadsAsPlainText() {
        keep(CANARY);

        byte[] raw = database.jdbc().queryForObject("select sealed from baton_secret_version", byte[].class);

        assertThat(new String(raw, StandardCharsets.ISO_8859_1)).doesNotContain(CANARY, "canary");
        assertThat(raw).hasSizeGreaterThan(CANARY.length() + 16);
    }

    @Test
    void rowsThatWereSwappedDoNotOpen() {
        keep("first");
        keep("second");
        byte[] first = raw(1);
        byte[] second = raw(2);

        put(second, 1);
        put(first, 2);

        assertThatThrownBy(() -> text(1))
                .isInstanceOf(UnsealableException.class)
                .hasMessageContaining("version 1");
        assertThatThrownBy(() -> text(2)).isInstanceOf(UnsealableException.class);
        assertThatThrownBy(() -> opened().requireAllSealed()).isInstanceOf(UnsealableException.class);
    }

    @Test
    void aRowInPlainTextIsRefusedAtTheStart() {
        keep("first");
        opened().requireAllSealed();

        put(CANARY.getBytes(StandardCharsets.UTF_8), 1);

        assertThatThrownBy(() -> opened().requireAllSealed())
                .isInstanceOf(UnsealableException.class)
                .hasMessageNotContaining("canary");
    }

    @Test
    void aMissingKeyIsRefusedWhereSomethingIsKeptAndNotReplaced() throws IOException {
        opened().requireAllSealed();
        keep("first");

        Files.delete(key());

        assertThatThrownBy(() -> opened().requireAllSealed())
                .isInstanceOf(UnsealableException.class)
                .hasMessageContaining(key().toString());
        assertThat(key()).doesNotExist();
    }

    @Test
    void aKeyThatOthersMayReadIsRefused() throws IOException {
        keep("first");
        Files.setPosixFilePermissions(key(), PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(() -> opened().requireAllSealed()).hasMessageContaining("chmod 600");
    }

    @Test
    void aNewKeyBeforeTheOldOneEncryptsWhatComesAndTheOldOneStillOpens() throws IOException {
        keep("first");
        String old = Files.readString(key());
        Files.writeString(key(), "ab".repeat(32) + "\n" + old);
        store = opened();

        keep("second");

        assertThat(text(1)).isEqualTo("first");
        Files.writeString(key(), "ab".repeat(32) + "\n");
        store = opened();
        assertThat(text(2)).isEqualTo("second");
        assertThatThrownBy(() -> text(1)).isInstanceOf(UnsealableException.class);
    }

    private SecretStore opened() {
        return TestSecretStore.over(database, key());
    }

    private Path key() {
        return folder.resolve("secret.key");
    }

    private int keep(String text) {
        try (Secret secret = new Secret(text.toCharArray())) {
            return store.keepPending("hosts", "web1", secret, "RUN-000042");
        }
    }

    private String text(int version) {
        try (Secret secret = store.open("hosts", "web1", version).orElseThrow()) {
            return String.valueOf(secret.chars());
        }
    }

    private byte[] raw(int version) {
        return database.jdbc()
                .queryForObject("select sealed from baton_secret_version where version = ?", byte[].class, version);
    }

    private void put(byte[] bytes, int version) {
        database.jdbc().update("update baton_secret_version set sealed = ? where version = ?", bytes, version);
    }
}
