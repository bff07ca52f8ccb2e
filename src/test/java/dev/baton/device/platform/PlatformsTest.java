package dev.baton.device.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.action.ActionProblem;
import dev.baton.action.Channel;
import dev.baton.action.ConfigChange.Step;
import dev.baton.action.Operation;
import dev.baton.device.DeviceSettings;
import dev.baton.secret.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformsTest {

    private static final String MINIMAL = "{shell: posix, channel: exec, operations: {show-version: {command: uname}}}";

    @TempDir
    Path folder;

    @Test
    void theShippedPlatformsAreRead() {
        Platforms platforms = TestPlatforms.shipped();

        assertThat(platforms.platforms())
                .containsExactly(
                        "arista_eos",
                        "aruba_os",
                        "cisco_ios",
                        "cisco_nxos",
                        "cisco_xr",
                        "fortinet",
                        "frr",
                        "generic",
                        "hp_comware",
                        "hp_procurve",
                        "huawei",
                        "juniper_junos",
                        "linux",
                        "mikrotik_routeros",
                        "paloalto_panos",
                        "vyos");
        assertThat(platforms.of("cisco_ios").command(Operation.SAVE_CONFIG).changes())
                .isTrue();
        assertThat(platforms.of("cisco_ios").command(Operation.SHOW_CONFIG).changes())
                .isFalse();
        assertThat(platforms.of("linux").command(Operation.SHOW_CONFIG).channel())
                .isEqualTo(Channel.EXEC);
    }

    @Test
    void networkPlatformsSayHowTheyAreChanged() {
        Platforms platforms = TestPlatforms.shipped();

        assertThat(platforms.of("arista_eos").configChange().candidate()).isTrue();
        assertThat(platforms.of("cisco_ios").configChange().timed()).isTrue();
        assertThat("hostname sw1\narchive\n log config\n path flash:config-\n")
                .containsPattern(platforms.of("cisco_ios").configChange().requires());
        assertThat("hostname sw1\narchive\n log config\ninterface Vlan1\n path x\n")
                .doesNotContainPattern(platforms.of("cisco_ios").configChange().requires());
        assertThat(platforms.of("frr").configChange().lines(Step.UNDO)).isEmpty();
        assertThatThrownBy(() -> platforms.of("linux").configChange()).hasMessageContaining("linux");
    }

    @Test
    void whatAPlatformCannotDoIsUnsupported() {
        Platform linux = TestPlatforms.shipped().of("linux");

        assertThat(linux.supports(Operation.SAVE_CONFIG)).isFalse();
        assertThatThrownBy(() -> linux.command(Operation.SAVE_CONFIG))
                .isInstanceOf(ActionProblem.class)
                .hasMessageContaining("linux");
        assertThatThrownBy(() -> TestPlatforms.shipped().of("vms")).hasMessageContaining("cisco_ios");
    }

    @Test
    void aFolderAddsPlatformsAndReplacesShippedOnes() throws IOException {
        Files.writeString(folder.resolve("busybox.yaml"), MINIMAL);
        Files.writeString(folder.resolve("linux.yaml"), MINIMAL);

        Platforms platforms = TestPlatforms.of(settings());

        assertThat(platforms.platforms()).contains("busybox", "frr");
        assertThat(platforms.of("linux").supports(Operation.RELOAD)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{shell: posix, channel: exec} | operations is missing",
                "{shell: zsh, channel: exec, operations: {}} | shell: zsh is not one of",
                "{shell: posix, channel: exec, operations: {dance: {command: x}}} | operations: dance is not one of",
                "{shell: posix, channel: exec, operations: {}, speed: 3} | speed",
                "{shell: posix, channel: exec, operations: {}, config: {volatile: ['[']}} | is no regular expression",
                "{shell: posix, channel: exec, operations: {}, config: {secrets: ['key .*']}} | has no group",
                "{shell: posix, channel: exec, operations: {}, cli: {enable: enable}} | cli.prompt is missing",
                "{shell: posix, channel: exec, operations: {}, change: {begin: [x], abandon: [y]}} | change.commit is missing",
                "{shell: posix | line"
            })
    void aFileThatIsNotUnderstoodIsRefusedByName(String yaml, String reason) throws IOException {
        Files.writeString(folder.resolve("odd.yaml"), yaml);

        assertThatThrownBy(() -> TestPlatforms.of(settings()))
                .isInstanceOf(BadPlatformException.class)
                .hasMessageContaining("odd.yaml")
                .hasMessageContaining(reason);
    }

    @Test
    void volatileLinesAreLeftOut() {
        String dump = "Building configuration...\n\nCurrent configuration : 1234 bytes\n!\n"
                + "! Last configuration change at 10:00:00 UTC\nhostname core1  \nend\n";

        assertThat(TestPlatforms.shipped().of("cisco_ios").withoutVolatileLines(dump))
                .isEqualTo("\n!\nhostname core1\nend\n");
    }

    @Test
    void aDumpWithoutItsEndIsIncomplete() {
        Platform ios = TestPlatforms.shipped().of("cisco_ios");

        assertThat(ios.incompleteness("hostname core1\n!\nend\n")).isEmpty();
        assertThat(ios.incompleteness("hostname core1\ninterface Gi0/1\n"))
                .hasValueSatisfying(reason -> assertThat(reason).contains("does not end with"));
        assertThat(ios.incompleteness("hostname core1\n --More-- \nend\n"))
                .hasValueSatisfying(reason -> assertThat(reason).contains("--More--"));
        assertThat(ios.incompleteness("\n")).contains("it is empty");
    }

    @Test
    void secretsBecomeKeyedHashesThatShowAChange() throws IOException {
        Platforms platforms = TestPlatforms.of(settings());
        Platform ios = platforms.of("cisco_ios");
        String dump = "snmp-server community s3cret RO\nusername ada privilege 15 secret 9 $9$abc\n"
                + "neighbor 192.0.2.1 password 7 0822455D0A16\ntacacs-server host x key 7 abcdef\n"
                + "copy http://ops:geheim@192.0.2.9/file\n"
                + "<x:auth-password type=\"clear\">verborgen</x:auth-password><name>ada</name>\n"
                + "<community>\n  <name>offen</name></community>\n";

        String scrubbed = ios.withoutSecrets(dump);

        assertThat(scrubbed)
                .doesNotContain("s3cret", "$9$abc", "0822455D0A16", "abcdef", "geheim", "verborgen", "offen")
                .contains("<name>ada</name>")
                .contains("snmp-server community <scrubbed:", " RO\n")
                .containsPattern("<scrubbed:[0-9a-f]{8}>");
        assertThat(ios.withoutSecrets(scrubbed)).isEqualTo(scrubbed);
        assertThat(ios.withoutSecrets(dump.replace("s3cret", "s3cret2"))).isNotEqualTo(scrubbed);
        assertThat(TestPlatforms.of(settings()).of("cisco_ios").withoutSecrets(dump))
                .isEqualTo(scrubbed);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("keys/scrub.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void anAdministratorMayGiveTheKeyByReference() throws IOException {
        String dump = "snmp-server community s3cret RO\n";

        String one = withKey("env:ONE").withoutSecrets(dump);

        assertThat(withKey("env:ONE").withoutSecrets(dump)).isEqualTo(one).doesNotContain("s3cret");
        assertThat(withKey("env:TWO").withoutSecrets(dump)).isNotEqualTo(one).contains("<scrubbed:");
        assertThat(folder.resolve("keys")).doesNotExist();
        assertThatThrownBy(() -> new ScrubKey(reference -> new Secret("short".toCharArray()), "env:X", folder))
                .hasMessageContaining("env:X")
                .hasMessageContaining("32 characters");
    }

    private Platform withKey(String reference) throws IOException {
        return TestPlatforms.of(TestPlatforms.settings(folder, reference, folder.resolve("keys/scrub.key")))
                .of("cisco_ios");
    }

    @Test
    void aPrivateKeyIsScrubbedOnEveryPlatform() {
        // Put together here, so that no scanner takes it for a key.
        String key = "-----BEGIN OPENSSH " + "PRIVATE KEY-----\nAAAA\nBBBB\n-----END OPENSSH " + "PRIVATE KEY-----\n";

        assertThat(TestPlatforms.shipped().of("linux").withoutSecrets("a\n" + key + "b\n"))
                .doesNotContain("AAAA", "BBBB")
                .startsWith("a\n")
                .endsWith("b\n");
    }

    @Test
    void aQuestionIsAnsweredOnlyAfterTheCommandThatItBelongsTo() {
        CliTraits cli = TestPlatforms.shipped().of("cisco_ios").cli();

        assertThat(cli.reply("reload", "Proceed with reload? [confirm]")).contains("");
        assertThat(cli.reply("delete flash:x", "Proceed with reload? [confirm]"))
                .isEmpty();
        assertThat(cli.reply("reload", "Save? [yes/no]: ")).isEmpty();
    }

    private DeviceSettings settings() {
        return TestPlatforms.settings(folder, folder.resolve("keys/scrub.key"));
    }
}
