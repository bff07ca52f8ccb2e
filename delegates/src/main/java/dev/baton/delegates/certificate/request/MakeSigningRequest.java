package dev.baton.delegates.certificate.request;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Delegate;
import dev.baton.action.Device;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Dialect;
import dev.baton.action.Effect;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.action.Session;
import dev.baton.action.Shell;
import dev.baton.delegates.certificate.HostFile;
import dev.baton.delegates.certificate.TextPerDevice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Has a host make a private key, which never leaves it, and a request for a certificate. Repeating it makes another key. */
@Component("makeSigningRequest")
@Delegate(
        name = "Make signing request",
        description = "Has the host make a private key beside the one in use, for its owner only, and a request for a"
                + " certificate; names, kind of key and signature of the request are checked. The key stays there.",
        effect = Effect.CONVERGE,
        inputs = MakeSigningRequestInputs.class,
        outputs = "signingRequests")
class MakeSigningRequest implements DeviceDelegate<MakeSigningRequestInputs> {

    private static final String REQUEST = "signingRequest";
    private static final int LONGEST_COMMON_NAME = 64;
    private static final String MAKE = """
            set -e; umask 077; key=$1; subject=$2; names=$3; shift 3; \
            test -f "$key" || { echo "there is no key $key to be renewed" >&2; exit 3; }; \
            rm -f "$key.next"; openssl genpkey "$@" -out "$key.next" 2>/dev/null; \
            openssl req -new -key "$key.next" -subj "$subject" -addext "$names"\
            """;

    @Override
    public List<Command> render(Device device, Dialect dialect, MakeSigningRequestInputs inputs) {
        String key = HostFile.of(device, dialect, inputs.key());
        List<String> names = inputs.names(device);
        String first = names.get(0);
        List<String> words = new ArrayList<>(List.of("sh", "-c", MAKE, "baton-key", key));
        words.add(first.length() > LONGEST_COMMON_NAME ? "/" : "/CN=" + first);
        words.add("subjectAltName="
                + names.stream()
                        .map(name -> (MakeSigningRequestInputs.isAddress(name) ? "IP:" : "DNS:") + name)
                        .collect(Collectors.joining(",")));
        words.addAll(inputs.keyKind().options());
        return List.of(Command.exec(Shell.POSIX.line(words)).changing().within(Duration.ofMinutes(2)));
    }

    @Override
    public Result interpret(Session session, MakeSigningRequestInputs inputs, List<Answer> answers) {
        Device device = session.device();
        Answer answer = answers.get(0);
        if (!answer.succeeded()) {
            throw Problem.COMMAND_REJECTED.because(
                    device.name() + ": the request for a certificate ended with " + answer.ending());
        }
        SigningRequest request = SigningRequest.of(device, answer.wholeOutput(device));
        TreeSet<String> wanted = new TreeSet<>(inputs.names(device));
        if (!request.names().equals(wanted)) {
            throw failed(device, "names " + wanted, "names " + request.names());
        }
        if (!inputs.keyKind().fits(request.key())) {
            throw failed(device, inputs.keyKind().described(), KeyKind.described(request.key()));
        }
        if (!request.signed()) {
            throw failed(device, "the signature of its own key", "another signature");
        }
        return Result.changed("made a key, " + inputs.keyKind().described() + ", and a request for " + wanted)
                .with(Map.of(REQUEST, request.pem()));
    }

    @Override
    public Map<String, Object> summarise(Map<String, Result> results) {
        return Map.of("signingRequests", TextPerDevice.of(results, REQUEST));
    }

    private static RuntimeException failed(Device device, String wanted, String seen) {
        return Problem.CHECK_FAILED.because(
                device.name() + ": the request for a certificate should have " + wanted + ", seen " + seen);
    }
}
