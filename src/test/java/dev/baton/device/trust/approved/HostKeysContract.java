package dev.baton.device.trust.approved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.baton.action.ActionProblem;
import dev.baton.action.Problem;
import dev.baton.device.trust.OfferedKey;
import dev.baton.device.trust.TrustInForce;
import dev.baton.device.trust.TrustedKeys;
import dev.baton.inventory.Credential;
import dev.baton.inventory.HostTrust;
import dev.baton.inventory.SshAccess;
import dev.baton.secret.SecretReference;
import dev.baton.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is kept of changed host keys, on every database. */
abstract class HostKeysContract {

    private static final String OLD = "SHA256:" + "o".repeat(43);
    private static final String NEW = "SHA256:" + "n".repeat(43);
    private static final String OTHER = "SHA256:" + "t".repeat(43);

    @TempDir
    private Path folder;

    private TestDatabase database;
    private HostKeyTable table;
    private ApprovedHostKeys keys;

    abstract TestDatabase database();

    @BeforeEach
    void prepare() {
        database = database();
        table = new HostKeyTable(JdbcClient.create(database.dataSource()));
        keys = new ApprovedHostKeys(table);
    }

    @Test
    void aNewKeyIsForReviewOnce() throws IOException {
        assertThat(table.met(offered(NEW), "RUN-000001")).isTrue();
        assertThat(table.met(offered(NEW), "RUN-000002")).isFalse();

        assertThat(table.undecided("box1")).hasValueSatisfying(key -> {
            assertThat(key.expected()).isEqualTo(OLD);
            assertThat(key.offered()).isEqualTo(NEW);
            assertThat(key.source()).isEqualTo("host-key");
            assertThat(key.metBy()).isEqualTo("RUN-000001");
        });
    }

    @Test
    void anApprovedKeyTakesThePlaceOfThePinAndItsChangeEndsWithTheNextConnection() throws IOException {
        table.met(offered(NEW), "RUN-000001");
        decide("RUN-000002", "approve");

        assertThat(settle("RUN-000002")).isTrue();

        TrustInForce trust = trust(OLD);
        assertThat(trust.keys().pinned()).containsExactly(NEW);
        assertThat(trust.source()).isEqualTo("approval");
        assertThat(keys.approval("box1", trust).orElseThrow().by()).isEqualTo("grace");
        assertThat(keys.connected("box1")).isTrue();
        assertThat(keys.connected("box1")).isFalse();
        assertThat(table.met(offered(NEW), "RUN-000003")).isFalse();
    }

    @Test
    void anApprovalEndsWhenTheInventoryNamesAnotherKey() throws IOException {
        table.met(offered(NEW), "RUN-000001");
        decide("RUN-000002", "approve");
        settle("RUN-000002");

        TrustInForce trust = trust(OTHER);

        assertThat(trust.keys().pinned()).containsExactly(OTHER);
        assertThat(trust.source()).isEqualTo("host-key");
    }

    @Test
    void theLastApprovalIsInForceAndAnEarlierKeyIsReviewedAnew() throws IOException {
        table.met(offered(NEW), "RUN-000001");
        decide("RUN-000002", "approve");
        settle("RUN-000002");
        trust(OLD);
        keys.connected("box1");
        table.met(offered(OTHER), "RUN-000003");
        decide("RUN-000004", "approve");
        settle("RUN-000004");

        assertThat(trust(OLD).keys().pinned()).containsExactly(OTHER);
        assertThat(table.met(offered(NEW), "RUN-000005")).isTrue();
    }

    @Test
    void aRejectedKeyStaysUndecidedUntilTheDeviceIsTrustedAgain() throws IOException {
        table.met(offered(NEW), "RUN-000001");
        decide("RUN-000002", "reject");

        assertThat(settle("RUN-000002")).isFalse();

        assertThat(trust(OLD).keys().pinned()).containsExactly(OLD);
        assertThat(table.met(offered(NEW), "RUN-000003")).isFalse();
        assertThat(table.undecided("box1")).isPresent();
        assertThat(keys.connected("box1")).isTrue();
        assertThat(table.undecided("box1")).isEmpty();
        assertThat(table.met(offered(NEW), "RUN-000004")).isTrue();
    }

    @Test
    void aKeyThatNobodyHasDecidedAboutStaysWhenTheDeviceShowsTheOldOneAgain() throws IOException {
        table.met(offered(NEW), "RUN-000001");

        trust(OLD);

        assertThat(keys.connected("box1")).isFalse();
        assertThat(table.undecided("box1")).isPresent();
    }

    @Test
    void withoutADecisionOnRecordNothingIsPinned() throws IOException {
        table.met(offered(NEW), "RUN-000001");
        String change = table.undecided("box1").orElseThrow().id();

        ActionProblem refused = catchThrowableOfType(ActionProblem.class, () -> table.settle(change, "RUN-000002"));

        assertThat(refused.problem()).isEqualTo(Problem.NOT_APPROVED);
        assertThat(trust(OLD).keys().pinned()).containsExactly(OLD);
    }

    @Test
    void whatIsOverIsNotDecided() throws IOException {
        table.met(offered(NEW), "RUN-000001");
        String change = table.undecided("box1").orElseThrow().id();
        decide("RUN-000002", "approve");
        table.settle(change, "RUN-000002");

        assertThatThrownBy(() -> table.settle(change, "RUN-000002")).hasMessageContaining("no longer open");
    }

    @Test
    void aRevokedKeyIsNeverForReview() throws IOException {
        byte[] blob = "a stolen key".getBytes();
        String stolen = TrustedKeys.fingerprint(blob);
        Path file = Files.writeString(
                folder.resolve("known_hosts"),
                "127.0.0.1 ssh-ed25519 AAAA\n@revoked * ssh-ed25519 "
                        + Base64.getEncoder().encodeToString(blob) + "\n");
        TrustInForce trust = keys.of("box1", "127.0.0.1", access(new HostTrust.KnownHosts(file)));

        OfferedKey key = new OfferedKey("box1", stolen, "ssh-ed25519", trust);

        assertThat(key.bar()).contains("revoked");
        assertThat(table.met(key, "RUN-000001")).isFalse();
        assertThat(table.undecided("box1")).isEmpty();
    }

    @Test
    void aDeviceOfAnAuthorityIsSignedAndNotPinned() throws IOException {
        Path file = Files.writeString(folder.resolve("ca.pub"), "ssh-ed25519 AAAA ca\n");
        TrustInForce trust = keys.of("box1", "127.0.0.1", access(new HostTrust.Authority(file)));

        OfferedKey key = new OfferedKey("box1", NEW, "ssh-ed25519", trust);

        assertThat(key.bar()).contains("signed");
        assertThat(table.met(key, "RUN-000001")).isFalse();
    }

    private boolean settle(String run) {
        return table.settle(table.undecided("box1").orElseThrow().id(), run);
    }

    private OfferedKey offered(String fingerprint) throws IOException {
        return new OfferedKey("box1", fingerprint, "ssh-ed25519", trust(OLD));
    }

    private TrustInForce trust(String pin) throws IOException {
        return keys.of("box1", "127.0.0.1", access(new HostTrust.Pin(pin)));
    }

    private static SshAccess access(HostTrust trust) {
        Credential admin = new Credential.SshPassword("admin", "admin", new SecretReference("env:PASSWORD"), null);
        return new SshAccess(22, admin, trust, null);
    }

    private void decide(String run, String decision) {
        database.jdbc()
                .update(
                        "insert into baton_approval (id, run, task, task_key, task_name, person, requester, decision,"
                                + " reason, refused, decided_at) values (?, ?, 'task', 'Task_ReviewHostKey',"
                                + " 'Review host key', 'grace', 'ada', ?, 'compared', false, current_timestamp)",
                        UUID.randomUUID().toString(),
                        run,
                        decision);
    }
}
