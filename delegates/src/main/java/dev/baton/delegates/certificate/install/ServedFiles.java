package dev.baton.delegates.certificate.install;

import dev.baton.action.Command;
import dev.baton.action.Shell;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A certificate and its private key on a host. Beside each, {@code .next} is the one to come and {@code .before} the one that
 * was replaced last.
 */
record ServedFiles(String certificate, String key) {

    /** What is to come gets owner and mode of what is there, first of all, so that a refusal changes nothing. */
    private static final String REPLACE = """
            set -e; umask 077; key=$1; cert=$2; printf %s "$3" | openssl base64 -d -A > "$cert.next"; \
            for file in "$key" "$cert"; do \
            if [ -L "$file" ] || [ ! -f "$file" ]; then echo "$file is no plain file" >&2; exit 3; fi; done; \
            if grep -q "PRIVATE KEY" "$cert"; then echo "$cert holds a private key; keep that apart" >&2; exit 3; fi; \
            for file in "$key" "$cert"; do \
            chown --reference="$file" "$file.next"; chmod --reference="$file" "$file.next"; done; \
            chmod o= "$key.next"; cp -p "$key" "$key.before"; cp -p "$cert" "$cert.before"; \
            mv -f "$key.next" "$key"; mv -f "$cert.next" "$cert"\
            """;

    private static final String RESTORE = """
            set -e; for file in "$1" "$2"; do cp -p "$file.before" "$file.next"; done; \
            for file in "$1" "$2"; do mv -f "$file.next" "$file"; done\
            """;

    Command current() {
        return firstCertificate(certificate);
    }

    Command before() {
        return firstCertificate(certificate + ".before");
    }

    /** The public half of the key in use. */
    Command publicKey() {
        return publicHalf(key);
    }

    /** The public half of the key to come. */
    Command nextPublicKey() {
        return publicHalf(key + ".next");
    }

    Command replace(String pem) {
        String encoded = Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.UTF_8));
        return script(REPLACE, "baton-replace", encoded);
    }

    Command restore() {
        return script(RESTORE, "baton-restore", "");
    }

    /** Nothing else of the file, which might hold a private key. */
    private static Command firstCertificate(String file) {
        return Command.exec(Shell.POSIX.line("openssl", "x509", "-in", file));
    }

    private static Command publicHalf(String file) {
        return Command.exec(Shell.POSIX.line("openssl", "pkey", "-in", file, "-pubout"));
    }

    private Command script(String script, String name, String content) {
        return Command.exec(Shell.POSIX.line("sh", "-c", script, name, key, certificate, content))
                .changing();
    }
}
