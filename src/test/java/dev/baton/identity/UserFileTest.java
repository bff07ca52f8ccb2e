package dev.baton.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.secret.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserFileTest {

    @TempDir
    private Path directory;

    private final UserFile users = new UserFile(
            reference -> new Secret((reference.uri().endsWith("SHORT") ? "short" : "a long password").toCharArray()));

    @Test
    void aPasswordIsFoundBehindItsReference() throws IOException {
        Path file = file("users: [{name: ada, groups: [operators, networkTeam], password: \"env:ADA_PASSWORD\"}]");

        assertThat(users.read(file))
                .containsExactly(new LocalUser("ada", List.of("operators", "networkTeam"), "a long password"));
        assertThat(users.read(file)).hasToString("[ada [operators, networkTeam]]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    users: []                                                               | has no users
                    users: [{name: 'a b', groups: [operators], password: 'env:A'}]          | 'a b' is no user name
                    users: [{groups: [operators], password: 'env:A'}]                       | is no user name
                    users: [{name: ada, groups: [], password: 'env:A'}]                     | is in no group
                    users: [{name: ada, groups: ['x y'], password: 'env:A'}]                | is no group name
                    users: [{name: ada, groups: [operators], password: secret}]             | must be a reference
                    users: [{name: ada, groups: [operators], password: 'vault:ada'}]        | must be a reference
                    users: [{name: ada, groups: [operators]}]                               | must be a reference
                    users: [{name: ada, groups: [operators], password: 'env:SHORT'}]        | is shorter than 12
                    users: [{name: ada, role: operators, password: 'env:A'}]                | role
                    users: [{name: nobody, groups: [operators], password: 'env:A'}]         | is taken
                    users: {                                                                | cannot be read
                    """)
    void aMistakeRefusesTheWholeFile(String content, String complaint) throws IOException {
        Path file = file(content);

        assertThatThrownBy(() -> users.read(file))
                .hasMessageContaining(complaint)
                .hasMessageContaining(file.toString())
                .hasMessageNotContaining("a long password");
    }

    @Test
    void aMissingFileIsNamed() {
        Path missing = directory.resolve("nowhere.yaml");

        assertThatThrownBy(() -> users.read(missing)).hasMessageContaining("nowhere.yaml");
    }

    private Path file(String content) throws IOException {
        return Files.writeString(directory.resolve("users.yaml"), content);
    }
}
