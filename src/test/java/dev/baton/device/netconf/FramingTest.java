package dev.baton.device.netconf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FramingTest {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @Test
    void messagesEndWithTheirMark() throws IOException {
        Framing framing = framing("<a>]]></a>]]>]]><b/>]]>]]>");

        framing.write("<ö/>");

        assertThat(framing.read()).isEqualTo("<a>]]></a>");
        assertThat(framing.read()).isEqualTo("<b/>");
        assertThat(written.toString(StandardCharsets.UTF_8)).isEqualTo("<ö/>]]>]]>");
    }

    @Test
    void chunksCountBytesAndMayBreakACharacter() throws IOException {
        Framing framing = framing("");
        framing.useChunks();

        framing.write("<ö/>");

        assertThat(written.toString(StandardCharsets.UTF_8)).isEqualTo("\n#5\n<ö/>\n##\n");
        Framing answer = chunks("\n#2\n<\u00c3\n#3\n\u00b6/>\n##\n\n#1\nx\n##\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(answer.read()).isEqualTo("<ö/>");
        assertThat(answer.read()).isEqualTo("x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a/>]]>]]>",
                "\n#0\n\n##\n",
                "\n#01\nx\n##\n",
                "\n#-1\nx\n##\n",
                "\n#x\n",
                "\n#\n",
                "\n##\n",
                "\n##x",
                "\n#1\nxy\n##\n",
                "\n#4294967295\nx",
                "\n#99999999999\nx",
                "\n#1 \nx\n##\n"
            })
    void whatIsNoChunkEndsTheSession(String bytes) {
        assertThatThrownBy(() -> chunks(bytes.getBytes(StandardCharsets.UTF_8)).read())
                .isInstanceOf(MalformedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\n#", "\n#5\nabc", "\n#3\nabc", "\n#3\nabc\n##"})
    void anEndInTheMiddleIsNoMessage(String bytes) {
        assertThatThrownBy(() -> chunks(bytes.getBytes(StandardCharsets.UTF_8)).read())
                .isInstanceOf(EOFException.class);
    }

    @Test
    void aMessageWithoutEndIsGivenUp() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return '>';
            }
        };

        assertThatThrownBy(() -> new Framing(endless, written).read())
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("more than " + Framing.LIMIT);
    }

    @Test
    void manySmallChunksAreNotMoreThanOneLargeOne() {
        String many = "\n#1000000\n" + "x".repeat(1_000_000);

        assertThatThrownBy(() ->
                        chunks(many.repeat(5).getBytes(StandardCharsets.UTF_8)).read())
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("more than");
    }

    private Framing framing(String bytes) {
        return new Framing(new ByteArrayInputStream(bytes.getBytes(StandardCharsets.UTF_8)), written);
    }

    private Framing chunks(byte[] bytes) {
        Framing framing = new Framing(new ByteArrayInputStream(bytes), written);
        framing.useChunks();
        return framing;
    }
}
