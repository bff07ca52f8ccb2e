package dev.baton.delegates.certificate.install;

import dev.baton.action.Command;
import dev.baton.action.Device;
import dev.baton.action.Dialect;
import dev.baton.action.Input;
import dev.baton.action.Privilege;
import dev.baton.action.Problem;
import dev.baton.delegates.certificate.HostFile;
import dev.baton.delegates.certificate.TextPerDevice;
import dev.baton.delegates.certificate.sign.IssuedChain;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.List;

/** What {@link InstallCertificate} puts where, and {@link RollBackCertificate} takes back, and which program is told. */
record InstallCertificateInputs(
        @Input(
                label = "Certificates",
                description = "A line per device, as Collect certificate and Call signer offer them.",
                prefilled = "${issuedCertificates}")
        @NotEmpty
        List<String> certificates,

        @Input(
                label = "Certificate file",
                description = "The file on the host with certificate and chain. {device} stands for the device's name.")
        @NotBlank
        String certificate,

        @Input(
                label = "Key file",
                description = "The file on the host with the private key. {device} stands for the device's name.")
        @NotBlank
        String key,

        @Input(label = "Server", description = "The program that serves TLS with these files.", value = "nginx")
        ServerKind server,

        @Input(
                label = "Configuration",
                description = "The program's configuration file, or default.",
                value = "default")
        String configuration,

        @Input(label = "Unit", description = "The systemd unit that is reloaded.", value = "nginx.service")
        String unit,

        @Input(label = "Become root", description = "Test and reload by sudo -n.", value = "true")
        Boolean become,

        @Input(label = "Timeout", description = "How long test and reload may take each.", value = "PT1M")
        Duration timeout) {

    /** @throws dev.baton.action.ActionProblem {@code BAD_INPUT}, {@code UNSUPPORTED} */
    ServedFiles files(Device device, Dialect dialect) {
        return new ServedFiles(HostFile.of(device, dialect, certificate), HostFile.of(device, dialect, key));
    }

    IssuedChain issued(Device device) {
        return IssuedChain.of(device, TextPerDevice.of(device, "certificates", certificates));
    }

    /** Whether the configuration is sound. */
    Command test(Device device, Dialect dialect) {
        String file = configuration.equals("default") ? configuration : HostFile.of(device, dialect, configuration);
        return Command.exec(Privilege.of(device, become).line(server.test(file)))
                .within(timeout);
    }

    Command reload(Device device) {
        if (!unit.matches("[A-Za-z0-9_@.:-]+\\.service")) {
            throw Problem.BAD_INPUT.because("a unit is named as nginx.service, not \"" + unit + "\"");
        }
        return Command.exec(Privilege.of(device, become).line("systemctl", "reload", unit))
                .changing()
                .within(timeout);
    }
}
