package dev.baton.delegates.certificate.install;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Device;
import dev.baton.action.Privilege;
import dev.baton.action.Problem;
import dev.baton.action.Session;
import dev.baton.delegates.certificate.sign.IssuedChain;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What installing a certificate and going back from it do alike on a host. */
record Installation(Session session, InstallCertificateInputs inputs) {

    private static final Pattern PUBLIC_KEY =
            Pattern.compile("-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----");

    ServedFiles files() {
        return inputs.files(session.device(), session.dialect());
    }

    /** What a certificate's file holds. */
    IssuedChain read(Command file) {
        return IssuedChain.of(session.device(), required(file).output());
    }

    /** Whether a public half that the host shows belongs to the certificate. */
    boolean belong(Command publicHalf, IssuedChain chain) {
        Matcher pem = PUBLIC_KEY.matcher(session.send(publicHalf).output());
        return pem.find()
                && Arrays.equals(
                        Base64.getMimeDecoder().decode(pem.group(1)),
                        chain.leaf().getPublicKey().getEncoded());
    }

    Answer required(Command command) {
        Answer answer = session.send(command);
        Privilege.requireGranted(session.device(), answer);
        if (!answer.succeeded()) {
            throw Problem.COMMAND_REJECTED.because(
                    session.device().name() + ": " + shown(command) + " ended with " + answer.ending());
        }
        return answer;
    }

    /** Has the program take the files that are there now, but only with a sound configuration. */
    void takeEffect() {
        Device device = session.device();
        Answer test = session.send(inputs.test(device, session.dialect()));
        Privilege.requireGranted(device, test);
        if (!test.succeeded()) {
            throw Problem.CHECK_FAILED.because(device.name() + ": the configuration should be sound, "
                    + test.command().text() + " ended with " + test.ending());
        }
        required(inputs.reload(device));
    }

    private static String shown(Command command) {
        return command.text().startsWith("sh -c ") ? "the change of the files" : command.text();
    }
}
