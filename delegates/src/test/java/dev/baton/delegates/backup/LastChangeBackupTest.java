package dev.baton.delegates.backup;

import static dev.baton.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.baton.action.Answer;
import dev.baton.action.Binding;
import dev.baton.action.ConfigStore;
import dev.baton.action.ConfigStore.Dump;
import dev.baton.action.ConfigStore.Kept;
import dev.baton.action.ConfigStore.Revision;
import dev.baton.action.Findings;
import dev.baton.action.Inputs;
import dev.baton.action.LastChange.Author;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.testing.ScriptedDialect;
import dev.baton.testing.ScriptedSession;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a device says of its last change: whether to fetch at all, and who made it. */
class LastChangeBackupTest {

    private static final String SHOW = "show running-config";
    private static final String OID = "1.3.6.1.4.1.99.1.0";

    private final ConfigStore configs = mock();
    private final BackUpConfig backUpConfig = new BackUpConfig(configs, mock(Findings.class));
    private final ScriptedSession device = ScriptedSession.of(ScriptedDialect.WITH_SESSIONS);

    @BeforeEach
    void everyDumpIsNew() {
        when(configs.save(any())).thenReturn(new Revision(3, "ab12", true, 2, 1));
    }

    @Test
    void aDeviceThatSaysThatNothingChangedIsNotFetched() {
        kept("CLI noon", false);
        device.on(OID, Problem.UNSUPPORTED).on("show last", "changed at noon by ada\n");

        Result result = perform(Map.of());

        assertThat(device.sent()).containsExactly(OID, "show last");
        assertThat(result.summary()).contains("revision 2: unchanged");
        assertThat(result.facts()).containsEntry("fetchSkipped", true).containsEntry("revision", 2);
        verify(configs).confirm("dev1", 2);
        verify(configs, never()).save(any());
    }

    @Test
    void theFirstWayThatTellsIsEnough() {
        kept("SNMP_GET 4711", false);
        device.on(OID, command -> Answer.of(command, List.of(new Binding(OID, "TimeTicks", "4711"))));

        perform(Map.of());

        assertThat(device.sent()).containsExactly(OID);
    }

    @Test
    void aMarkFromAnotherWayProvesNothing() {
        kept("SNMP_GET noon", false);
        device.on(OID, Problem.TIMEOUT)
                .on("show last", "changed at noon by ada\n")
                .on(SHOW, "end\n");

        perform(Map.of());

        verify(configs).save(any());
    }

    @Test
    void anUnknownAnswerIsFetched() {
        kept("CLI noon", false);
        device.on(OID, command -> Answer.of(command, List.of(new Binding(OID, "noSuchObject", ""))))
                .on("show last", Problem.COMMAND_REJECTED)
                .on(SHOW, "end\n")
                .on("show log", "nothing\n");

        perform(Map.of());

        verify(configs).save(new Dump("RUN-000042", "dev1", "end\n", "backup", null, null));
    }

    @Test
    void afterALongTimeOrOnDemandItIsFetchedWhateverTheDeviceSays() {
        device.on(OID, Problem.UNSUPPORTED)
                .on("show last", "changed at noon by ada\n")
                .on(SHOW, "end\n");
        kept("CLI noon", true);
        perform(Map.of());
        kept("CLI noon", false);
        perform(Map.of("always", "true"));

        assertThat(device.sent()).filteredOn(SHOW::equals).hasSize(2);
    }

    @Test
    void aRefusedLoginIsNotTriedAgain() {
        device.on(OID, Problem.UNSUPPORTED).on("show last", Problem.AUTH_FAILED);

        assertProblem(Problem.AUTH_FAILED, () -> perform(Map.of()));
        assertThat(device.sent()).doesNotContain(SHOW);
    }

    @Test
    void theAuthorIsTheOneThatTheDeviceNames() {
        device.on(OID, Problem.UNSUPPORTED)
                .on("show last", "changed at noon\n")
                .on(SHOW, "end\n")
                .on("show log", "changed at 11:00 by bob\nhunter2 changed at 12:00 by ada\n");

        Result result = perform(Map.of());

        verify(configs)
                .save(new Dump(
                        "RUN-000042",
                        "dev1",
                        "end\n",
                        "backup",
                        "CLI noon",
                        new Author("ada", "<secret 1a2b3c4d> changed at 12:00 by ada")));
        assertThat(result.summary()).isEqualTo("revision 3 (+2 -1) by ada");
        assertThat(result.facts()).containsEntry("author", "ada");
    }

    @Test
    void wordsThatToldTheAuthorOfTheLastRevisionTellNothingOfThisOne() {
        when(configs.last("dev1"))
                .thenReturn(
                        Optional.of(new Kept(2, "cd34", 4, "CLI ten", "changed at noon by ada", Instant.EPOCH, false)));
        device.on(OID, Problem.UNSUPPORTED)
                .on("show last", "changed at noon by ada\n")
                .on(SHOW, "end\n");

        perform(Map.of());

        verify(configs).save(new Dump("RUN-000042", "dev1", "end\n", "backup", "CLI noon", null));
    }

    @Test
    void whatChangedWhileItWasReadIsReadAgain() {
        device.on(OID, Problem.UNSUPPORTED)
                .on("show last", "changed at noon by ada\n")
                .on("show last", "changed at one by bob\n")
                .on(SHOW, "half\nend\n")
                .on(SHOW, "whole\nend\n");

        perform(Map.of());

        verify(configs)
                .save(new Dump(
                        "RUN-000042",
                        "dev1",
                        "whole\nend\n",
                        "backup",
                        "CLI one",
                        new Author("bob", "changed at one by bob")));
    }

    private Result perform(Map<String, String> inputs) {
        return device.perform(backUpConfig, Inputs.bind(BackUpConfigInputs.class, inputs));
    }

    private void kept(String mark, boolean fetchDue) {
        when(configs.last("dev1")).thenReturn(Optional.of(new Kept(2, "cd34", 4, mark, null, Instant.EPOCH, fetchDue)));
    }
}
