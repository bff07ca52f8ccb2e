package dev.baton.device.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.action.ActionProblem;
import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Problem;
import dev.baton.device.platform.TestPlatforms;
import dev.baton.secret.TestSecrets;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DialogueTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final EnableSecret NO_SECRET = new EnableSecret("net-admin", "admin", null, TestSecrets.fromFiles());

    private final ScriptedTerminal device = new ScriptedTerminal()
            .shows("\r\n*** Authorised use only? ***\r\n", "rtr1#")
            .on("\n", "\r\nrtr1#")
            .on("terminal length 0\n", "terminal length 0\r\nrtr1#")
            .on("terminal width 511\n", "terminal width 511\r\nrtr1#");
    private final Dialogue dialogue = new Dialogue(
            "rtr1", TestPlatforms.shipped().of("cisco_ios").cli(), device, ScriptedTerminal.PATIENCE, device::now);

    @Test
    void pagingIsTurnedOffAfterTheFirstPrompt() throws IOException {
        dialogue.begin(LIMIT, NO_SECRET);

        assertThat(device.typed()).containsExactly("\n", "terminal length 0\n", "terminal width 511\n");
    }

    @Test
    void anAnswerHasNeitherEchoNorPrompt() throws IOException {
        device.on("show clock\n", "show clock\r", "\n10:00:00 UTC\r\nTue\r\nrtr1#");

        assertThat(send("show clock")).isEqualTo("10:00:00 UTC\nTue\n");
    }

    @Test
    void aFirstLineThatEndsWithTheCommandIsNoEcho() throws IOException {
        device.on("blink\n", "Unknown command: blink\r\nrtr1#").on("blank\n", "rtr1#blank\r\nnothing\r\nrtr1#");

        assertThat(send("blink")).isEqualTo("Unknown command: blink\n");
        assertThat(dialogue.send(Command.cli("blank")).output()).isEqualTo("nothing\n");
    }

    @Test
    void aLineThatLooksLikeAPromptDoesNotEndTheAnswer() throws IOException {
        device.on("show run\n", "show run\r\nbanner motd #\r\n", "other1#", "", "\r\nhello\r\nend\r\nrtr1#");

        assertThat(send("show run")).isEqualTo("banner motd #\nother1#\nhello\nend\n");
    }

    @Test
    void aDrippingAnswerIsWaitedFor() throws IOException {
        device.on("show clock\n", "sh", "", "ow clock\r\n10:", "", "00\r\n", "", "rt", "", "r1#");

        assertThat(send("show clock")).isEqualTo("10:00\n");
    }

    @Test
    void thePromptOfConfigurationModeIsKnown() throws IOException {
        device.on("configure terminal\n", "configure terminal\r\nEnter configuration commands.\r\nrtr1(config)#");

        assertThat(send("configure terminal")).isEqualTo("Enter configuration commands.\n");
    }

    @Test
    void aSessionIsAtItsBeginningInTheModeOfItsFirstPromptOnly() throws IOException {
        device.on("configure terminal\n", "configure terminal\r\nrtr1(config)#")
                .on("end\n", "end\r\nrtr1#")
                .on("erase nvram:\n", "erase nvram:\r\nErase them all? [confirm]");
        dialogue.begin(LIMIT, NO_SECRET);
        assertThat(dialogue.atItsBeginning()).isTrue();

        dialogue.send(Command.cli("configure terminal"));
        assertThat(dialogue.atItsBeginning()).isFalse();

        dialogue.send(Command.cli("end"));
        assertThat(dialogue.atItsBeginning()).isTrue();

        assertThatThrownBy(() -> dialogue.send(Command.cli("erase nvram:"))).isInstanceOf(UnansweredException.class);
        assertThat(dialogue.atItsBeginning()).isFalse();
    }

    @Test
    void aRenamedDeviceIsFollowed() throws IOException {
        device.on("hostname edge9\n", "hostname edge9\r\nedge9(config)#")
                .on("show clock\n", "show clock\r\n10:00\r\nedge9(config)#");

        assertThat(send("hostname edge9")).isEmpty();
        assertThat(dialogue.send(Command.cli("show clock")).output()).isEqualTo("10:00\n");
    }

    @Test
    void coloursBackspacesAndPagersAreCleanedAway() throws IOException {
        device.on("show ip route\n", "show ip route\r\n\u001B[1mred\u001B[0mX\b\r\n --More-- ")
                .on(" ", "\b\b\b\b\b\b\b\b\b\b          \b\b\b\b\b\b\b\b\b\bblue\r\nrtr1#");

        assertThat(send("show ip route")).isEqualTo("red\nblue\n");
    }

    @Test
    void anErrorLineIsARejectedCommandAndTheSessionGoesOn() throws IOException {
        device.on("shw clock\n", "shw clock\r\n      ^\r\n% Invalid input detected at '^' marker.\r\n\r\nrtr1#")
                .on("show clock\n", "show clock\r\n10:00\r\nrtr1#");
        dialogue.begin(LIMIT, NO_SECRET);

        assertThatThrownBy(() -> dialogue.send(Command.cli("shw clock")))
                .isInstanceOf(ActionProblem.class)
                .hasMessageContaining("rtr1")
                .hasMessageContaining("% Invalid input detected")
                .extracting(e -> ((ActionProblem) e).problem())
                .isEqualTo(Problem.COMMAND_REJECTED);
        assertThat(dialogue.send(Command.cli("show clock")).output()).isEqualTo("10:00\n");
    }

    @Test
    void anUnknownQuestionIsNotAnswered() throws IOException {
        device.on("delete flash:x\n", "delete flash:x\r\nDelete flash:/x? [confirm]");
        dialogue.begin(LIMIT, NO_SECRET);
        int before = device.typed().size();

        assertThatThrownBy(() -> dialogue.send(Command.cli("delete flash:x")))
                .isInstanceOfSatisfying(
                        UnansweredException.class,
                        e -> assertThat(e.afterAnswers()).isFalse())
                .hasMessageContaining("Delete flash:/x? [confirm]");
        assertThat(device.typed()).hasSize(before + 1);
    }

    @Test
    void aQuestionThatThePlatformAllowsIsAnswered() throws IOException {
        String copy = "copy running-config startup-config";
        device.on(copy + "\n", copy + "\r\nDestination filename [startup-config]? ");
        dialogue.begin(LIMIT, NO_SECRET);
        device.on("\n", "\r\nBuilding configuration...\r\n[OK]\r\nrtr1#");

        Answer answer = dialogue.send(Command.cli(copy).changing());

        assertThat(answer.output()).contains("[OK]");
    }

    @Test
    void aSessionThatEndsIsNoAnswer() throws IOException {
        device.endsOn("reload in 1\n");
        dialogue.begin(LIMIT, NO_SECRET);

        assertThatThrownBy(() -> dialogue.send(Command.cli("reload in 1"))).isInstanceOf(IOException.class);
    }

    @Test
    void aDeviceThatFallsSilentIsGivenUp() throws IOException {
        device.on("show tech\n", "show tech\r\nlots\r\n");
        dialogue.begin(LIMIT, NO_SECRET);

        assertThatThrownBy(() -> dialogue.send(Command.cli("show tech"))).isInstanceOf(SilentException.class);
    }

    @Test
    void aDeviceThatDoesNotEvenEchoIsNotWaitedForToTheEnd() throws IOException {
        dialogue.begin(LIMIT, NO_SECRET);
        device.on("show tech\n");

        assertThatThrownBy(() -> dialogue.send(Command.cli("show tech").within(Duration.ofHours(1))))
                .isInstanceOf(SilentException.class)
                .hasMessage("nothing came within 10.0 s, not even the echo");
    }

    @Test
    void anAnswerThatStopsInTheMiddleIsNotWaitedForToTheEnd() throws IOException {
        dialogue.begin(LIMIT, NO_SECRET);
        device.on("show tech\n", "show tech\r\nline 1\r\nlin");

        assertThatThrownBy(() -> dialogue.send(Command.cli("show tech").within(Duration.ofHours(1))))
                .isInstanceOf(SilentException.class)
                .hasMessage("nothing more came for 20.0 s, the last line is \"lin\"");
    }

    @Test
    void aLogMessageBetweenCommandsIsNotTheNextAnswer() throws IOException {
        dialogue.begin(LIMIT, NO_SECRET);
        device.shows("\r\n%LINK-3-UPDOWN: Gi0/1 down\r\nrtr1#").on("show clock\n", "show clock\r\n10:00\r\nrtr1#");

        assertThat(dialogue.send(Command.cli("show clock")).output()).isEqualTo("10:00\n");
    }

    @Test
    void thePasswordOfAFileServerIsNotInTheAnswer() throws IOException {
        Command copy = Command.cli("copy scp://{credential:files}@files.example.org/sw.bin flash:sw.bin");
        String typed = "copy scp://baton@files.example.org/sw.bin flash:sw.bin";
        device.on(typed + "\n", typed + "\r\nPassword: ")
                .on("filesesame", "filesesame")
                .after("filesesame", "\n", "\r\nfilesesame accepted\r\n3698 bytes copied\r\nrtr1#");
        dialogue.begin(LIMIT, NO_SECRET);

        Answer answer = dialogue.send(copy, SessionWithPlatform.serverLogin(copy));

        assertThat(device.typed()).endsWith(typed + "\n", "filesesame", "\n");
        assertThat(answer.command()).isEqualTo(copy);
        assertThat(answer.output())
                .endsWith("*** accepted\n3698 bytes copied\n")
                .doesNotContain("filesesame");
    }

    @Test
    void aCommandWithoutAFileServerIsGivenNoPassword() throws IOException {
        device.on("copy x y\n", "copy x y\r\nPassword: ");
        dialogue.begin(LIMIT, NO_SECRET);

        assertThatThrownBy(() -> dialogue.send(Command.cli("copy x y"))).isInstanceOf(UnansweredException.class);
    }

    @Test
    void aDeviceWithoutAPromptIsNotTypedAt() {
        ScriptedTerminal mute = new ScriptedTerminal().shows("Press any key to continue");
        Dialogue silent = new Dialogue(
                "rtr1", TestPlatforms.shipped().of("cisco_ios").cli(), mute, ScriptedTerminal.PATIENCE, mute::now);

        assertThatThrownBy(() -> silent.begin(LIMIT, NO_SECRET))
                .isInstanceOf(ActionProblem.class)
                .hasMessageContaining("Press any key");
        assertThat(mute.typed()).isEmpty();
    }

    private String send(String text) throws IOException {
        dialogue.begin(LIMIT, NO_SECRET);
        return dialogue.send(Command.cli(text)).output();
    }
}
