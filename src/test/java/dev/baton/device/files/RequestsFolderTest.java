package dev.baton.device.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.action.ActionProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class RequestsFolderTest {

    @TempDir
    Path folder;

    @Test
    void aRequestWaitsForItsAnswer() throws IOException {
        RequestsFolder requests = requests(folder);

        requests.leave("RUN-000042-web-01", "a request");

        assertThat(folder.resolve("RUN-000042-web-01.csr")).hasContent("a request");
        assertThat(requests.answer("RUN-000042-web-01")).isEmpty();
        Files.writeString(folder.resolve("RUN-000042-web-01.crt"), "a certificate");
        assertThat(requests.answer("RUN-000042-web-01")).contains("a certificate");
    }

    @Test
    void aNameThatLeadsElsewhereIsRefused() {
        assertThatThrownBy(() -> requests(folder).leave("../x", "a request"))
                .isInstanceOf(ActionProblem.class)
                .hasMessageContaining("is no name");
    }

    @Test
    void anInstallationWithoutAFolderSaysSo() {
        assertThatThrownBy(() -> requests(null).answer("x"))
                .isInstanceOf(ActionProblem.class)
                .hasMessageContaining("baton.device.signing-path");
    }

    private static RequestsFolder requests(@Nullable Path folder) {
        return new RequestsFolder(new FileSettings(null, DataSize.ofBytes(1), Path.of("unused"), folder));
    }
}
