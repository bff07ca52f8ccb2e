package dev.baton.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.baton.lab.host.Description;
import dev.baton.lab.host.Host;
import dev.baton.lab.machine.Power;
import dev.baton.lab.machine.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class LinuxBackupTest {

    @Test
    void aHostAnswersTheCommandThatBacksItUp() throws IOException {
        var timer = Executors.newSingleThreadScheduledExecutor();
        Host host = new Host(
                "web-09",
                new Description(List.of("nginx.service"), List.of("nginx"), null, null, 1, null, false, null),
                new Power(timer),
                Clock.systemUTC());

        Reply reply = host.run(showConfig());
        timer.shutdownNow();

        assertThat(reply.errors()).isEmpty();
        assertThat(reply.status()).isZero();
        assertThat(reply.output())
                .contains("### hostname\nweb-09\n")
                .contains("nginx 1.22.1-9 amd64 ii ")
                .contains("### enabled units\nnginx.service\n")
                .contains("root:0:0:/root:/bin/bash\n")
                .contains("### /etc/os-release\nPRETTY_NAME=")
                .endsWith("### end of configuration\n")
                .doesNotContain("command not found");
    }

    private static String showConfig() throws IOException {
        try (InputStream in = new ClassPathResource("platforms/linux.yaml").getInputStream()) {
            JsonNode platform = new YAMLMapper().readTree(in);
            return platform.at("/operations/show-config/command").asText();
        }
    }
}
