package dev.baton.delegates.certificate.request;

import dev.baton.action.Device;
import dev.baton.action.Input;
import dev.baton.action.Problem;
import dev.baton.action.net.Naming;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;

/** For whom {@link MakeSigningRequest} asks, and with what kind of key. */
record MakeSigningRequestInputs(
        @Input(
                label = "Key file",
                description = "The file on the host with the private key that is in use; the new one is made beside it."
                        + " {device} stands for the device's name.")
        @NotBlank
        String key,

        @Input(
                label = "Names",
                description = "Whom the certificate shall name: host names and addresses, one per line. {device} and"
                        + " {address} stand for the device's own.",
                value = "{device}",
                multiline = true)
        @NotEmpty
        List<String> names,

        @Input(label = "Kind of key", description = "What the new private key is.", value = "ec-p256")
        KeyKind keyKind) {

    private static final Pattern HOST =
            Pattern.compile("(?=.{1,253}$)(?:\\*\\.)?[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9])?"
                    + "(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*");
    // Nothing that matches is ever looked up as a name.
    private static final Pattern ADDRESS =
            Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*");

    /** The names that this device shall have. */
    List<String> names(Device device) {
        return names.stream()
                .map(name -> Naming.of(device, name.strip()))
                .map(MakeSigningRequestInputs::plain)
                .toList();
    }

    static boolean isAddress(String name) {
        return ADDRESS.matcher(name).matches();
    }

    private static String plain(String name) {
        try {
            if (isAddress(name)) {
                return InetAddress.getByName(name).getHostAddress();
            }
        } catch (UnknownHostException e) {
            throw none(name);
        }
        if (!HOST.matcher(name).matches()) {
            throw none(name);
        }
        return name;
    }

    private static RuntimeException none(String name) {
        return Problem.BAD_INPUT.because("a certificate names a host or an address, not \"" + name + "\"");
    }
}
