package dev.baton.action.net;

import static dev.baton.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpRequestTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET https://box1/",
                "HEAD http://192.0.2.1:8080/a?b=c%20d redirects=3",
                "DELETE https://[2001:db8::1]/x ca=corp.pem",
                "PUT https://box1/x redirects=1 ca=corp.pem\nX-A: 1\nX-B: {credential:netbox}\n\n{\"a\":\n\n\"b\"}"
            })
    void theTextSaysEverything(String text) {
        HttpRequest request = HttpRequest.of(text);

        assertThat(request).hasToString(text);
        assertThat(HttpRequest.of(request.toString())).isEqualTo(request);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "TRACE http://box1/",
                "GET box1",
                "GET http://box1/ redirects=11",
                "GET http://box1/ ca=../x",
                "GET http://box1/ and more",
                "GET http://a@box1/",
                "POST http://box1/\n\nplain",
                "POST http://box1/\nno header"
            })
    void whatIsNoRequestIsRefused(String text) {
        assertProblem(Problem.BAD_INPUT, () -> HttpRequest.of(text));
    }

    @Test
    void aBodyCannotBecomeAHeaderNorAHeaderABody() {
        var uri = HttpRequest.uri("https://box1/");

        assertProblem(Problem.BAD_INPUT, () -> new HttpHeader("X-A", "1\n\n{}"));
        assertThat(HttpRequest.of(new HttpRequest("POST", uri, 0, "", List.of(), "\"X-A: 1\"").toString())
                        .headers())
                .isEmpty();
    }

    @Test
    void onlyWhatCanChangeSomethingChanges() {
        assertThat(HttpRequest.of("GET http://box1/").toHost().changes()).isFalse();
        assertThat(HttpRequest.of("DELETE http://box1/").toHost().changes()).isTrue();
    }
}
