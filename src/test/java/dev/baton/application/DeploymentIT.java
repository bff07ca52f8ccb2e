package dev.baton.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.engine.TestEngine;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who may deploy over the API, with the engine's permissions on. */
@RunningApplication
class DeploymentIT {

    @Autowired
    private RepositoryService repository;

    @LocalServerPort
    private int port;

    private final Map<String, String> passwords = new HashMap<>();

    @BeforeEach
    void readPasswords() throws IOException {
        passwords.putAll(FirstPasswords.read());
    }

    @AfterEach
    void forget() {
        repository.createDeploymentQuery().list().stream()
                .filter(deployment -> String.valueOf(deployment.getName()).startsWith("sent-by-"))
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"owner", "admin"})
    void ownersAndAdministratorsDeployInTheirName(String person) throws Exception {
        HttpResponse<String> answer = deploy(person);

        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(201);
        assertThat(new Script("http://localhost:" + port, person, passwords.get(person))
                        .get("/procedures/sent-by-" + person)
                        .path("deployedBy")
                        .asText())
                .isEqualTo(person);
    }

    @ParameterizedTest
    @ValueSource(strings = {"operator", "approver", "auditor"})
    void nobodyElseDeploys(String person) throws Exception {
        assertThat(deploy(person).statusCode()).isEqualTo(403);
        assertThat(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("sent-by-" + person)
                        .count())
                .isZero();
    }

    private HttpResponse<String> deploy(String person) throws Exception {
        String key = "sent-by-" + person;
        String diagram = TestEngine.diagram(TestEngine.around("<bpmn:userTask id=\"it\" name=\"Look\"/>"))
                .replace("id=\"test\"", "id=\"" + key + "\"");
        String body = "--part\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + key + ".bpmn\"\r\n"
                + "Content-Type: application/xml\r\n\r\n" + diagram + "\r\n--part--\r\n";
        String basic = Base64.getEncoder().encodeToString((person + ":" + passwords.get(person)).getBytes());
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/procedures"))
                                .header("Authorization", "Basic " + basic)
                                .header("Content-Type", "multipart/form-data; boundary=part")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
