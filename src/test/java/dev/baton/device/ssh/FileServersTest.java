package dev.baton.device.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.baton.action.ActionProblem;
import dev.baton.action.Command;
import dev.baton.action.Problem;
import dev.baton.inventory.Credential;
import dev.baton.inventory.Inventory;
import dev.baton.secret.SecretReference;
import dev.baton.secret.TestSecrets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileServersTest {

    private static final SecretReference PASSWORD = new SecretReference("env:FILES_PASSWORD");

    private final Inventory inventory = mock(Inventory.class);
    private final FileServers servers = new FileServers(inventory, TestSecrets.fromFiles());

    FileServersTest() {
        when(inventory.credential("files"))
                .thenReturn(Optional.of(
                        new Credential.FileServer("files", "baton", PASSWORD, List.of("files.example.org"))));
        when(inventory.credential("net-admin"))
                .thenReturn(Optional.of(new Credential.SshPassword("net-admin", "admin", PASSWORD, null)));
        when(inventory.credential("none")).thenReturn(Optional.empty());
    }

    @Test
    void theUsersNameTakesThePlaceOfTheCredential() {
        var login = servers.login(copy("files", "Files.example.org"));

        assertThat(login.typed()).isEqualTo("copy scp://baton@Files.example.org/sw.bin flash:sw.bin");
        assertThat(login.password()).isEqualTo(PASSWORD);
        assertThat(servers.login(Command.cli("show version"))).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "files, evil.example.org, for other hosts than evil.example.org",
        "net-admin, files.example.org, not of the type file-server",
        "none, files.example.org, has no credential none"
    })
    void noOtherCredentialAndNoOtherServer(String credential, String host, String told) {
        ActionProblem problem = catchThrowableOfType(ActionProblem.class, () -> servers.login(copy(credential, host)));

        assertThat(problem.problem()).isEqualTo(Problem.BAD_INPUT);
        assertThat(problem.reason()).contains(told);
    }

    private static Command copy(String credential, String host) {
        return Command.cli("copy scp://{credential:" + credential + "}@" + host + "/sw.bin flash:sw.bin");
    }
}
