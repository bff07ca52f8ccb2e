package dev.baton.device.netconf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.baton.action.ActionProblem;
import dev.baton.action.Problem;
import dev.baton.action.netconf.Capability;
import dev.baton.action.netconf.Netconf;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetconfSessionTest {

    private static final String NS = " xmlns=\"urn:ietf:params:xml:ns:netconf:base:1.0\"";
    private static final String HELLO = "<hello" + NS + "><capabilities>"
            + "<capability>urn:ietf:params:netconf:base:1.0</capability>"
            + "<capability>\n urn:ietf:params:netconf:capability:confirmed-commit:1.0 </capability>"
            + "</capabilities><session-id>4</session-id></hello>]]>]]>";

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @Test
    void anOldServerIsSpokenToInItsOldWay() throws IOException {
        NetconfSession session = session(HELLO + reply("<ok/>"));

        assertThat(session.send(Netconf.discard()).output()).contains("ok");

        String hello = session.send(Netconf.hello()).output();
        assertThat(Capability.CONFIRMED_COMMIT.offeredIn(hello)).isTrue();
        assertThat(Capability.PERSISTENT_COMMIT.offeredIn(hello)).isFalse();
        assertThat(Capability.CANDIDATE.offeredIn(hello)).isFalse();
        assertThat(written.toString(StandardCharsets.UTF_8))
                .contains("base:1.1</capability>")
                .endsWith("]]>]]><rpc" + NS + " message-id=\"1\"><discard-changes/></rpc>]]>]]>");
    }

    @Test
    void aNewServerGetsChunks() throws IOException {
        String hello = HELLO.replace("base:1.0</c", "base:1.1</c");
        String reply = reply("<data><x/></data>").replace("]]>]]>", "");

        NetconfSession session = session(hello + "\n#" + reply.length() + "\n" + reply + "\n##\n");

        assertThat(session.send(Netconf.getConfig("running", "")).output()).contains("<x/>");
        assertThat(written.toString(StandardCharsets.UTF_8)).endsWith("</rpc>\n##\n");
    }

    @ParameterizedTest
    @CsvSource({
        "invalid-value, error, COMMAND_REJECTED",
        "lock-denied, error, LOCKED",
        "in-use, error, LOCKED",
        "operation-not-supported, error, UNSUPPORTED",
        "data-missing, , COMMAND_REJECTED"
    })
    void anErrorIsTheProblemThatItsTagSays(String tag, String severity, Problem problem) throws IOException {
        NetconfSession session = session(HELLO
                + reply("<rpc-error><error-type>application</error-type><error-tag>" + tag + "</error-tag>"
                        + "<error-severity>" + severity
                        + "</error-severity><error-path>/a:b[a:n='x']/a:mtu</error-path>"
                        + "<error-message>not\n   this</error-message></rpc-error>"));

        ActionProblem thrown = catchThrowableOfType(ActionProblem.class, () -> session.send(Netconf.validate()));

        assertThat(thrown.problem()).isEqualTo(problem);
        assertThat(thrown)
                .hasMessage("box1: validate: the device answers " + tag + ": not this at /a:b[a:n='x']/a:mtu");
    }

    @Test
    void aWarningIsNoError() throws IOException {
        NetconfSession session = session(
                HELLO
                        + reply(
                                "<rpc-error><error-tag>x</error-tag><error-severity>warning</error-severity></rpc-error><ok/>"));

        assertThat(session.send(Netconf.validate()).output()).contains("<ok");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello]]>]]>",
                "<hello/>]]>]]>",
                "<!DOCTYPE hello [<!ENTITY a \"b\">]><hello xmlns=\"urn:ietf:params:xml:ns:netconf:base:1.0\"/>]]>]]>",
                "<!DOCTYPE hello SYSTEM \"file:///etc/passwd\"><hello/>]]>]]>",
                "<rpc-reply xmlns=\"urn:ietf:params:xml:ns:netconf:base:1.0\"/>]]>]]>"
            })
    void whatIsNoGreetingEndsTheSession(String bytes) {
        assertThatThrownBy(() -> session(bytes)).isInstanceOf(MalformedException.class);
    }

    @Test
    void elementsAreNotFollowedForEver() {
        assertThatThrownBy(() -> session("<a>".repeat(10_000) + "]]>]]>")).isInstanceOf(MalformedException.class);
    }

    @Test
    void theReplyToSomethingElseIsNotTaken() throws IOException {
        NetconfSession session = session(HELLO + reply("<ok/>").replace("message-id=\"1\"", "message-id=\"7\""));

        assertThatThrownBy(() -> session.send(Netconf.confirm()))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("7");
    }

    private static String reply(String content) {
        return "<rpc-reply" + NS + " message-id=\"1\">" + content + "</rpc-reply>]]>]]>";
    }

    private NetconfSession session(String bytes) throws IOException {
        return new NetconfSession("box1", new ByteArrayInputStream(bytes.getBytes(StandardCharsets.UTF_8)), written);
    }
}
