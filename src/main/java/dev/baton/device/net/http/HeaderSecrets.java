package dev.baton.device.net.http;

import dev.baton.action.Problem;
import dev.baton.action.net.HttpHeader;
import dev.baton.action.net.HttpRequest;
import dev.baton.inventory.Credential;
import dev.baton.inventory.Credential.HttpToken;
import dev.baton.inventory.Inventory;
import dev.baton.secret.Secret;
import dev.baton.secret.Secrets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.message.BasicHeader;
import org.springframework.stereotype.Component;

/** Fills credentials into headers and bodies, for the hosts that they are meant for, and takes them out of what comes back. */
@Component
class HeaderSecrets {

    private final Inventory inventory;
    private final Secrets secrets;

    HeaderSecrets(Inventory inventory, Secrets secrets) {
        this.inventory = inventory;
        this.secrets = secrets;
    }

    /** A request and its headers as they are sent, and the secrets that are in them. */
    record Filled(HttpRequest request, List<Header> headers, List<String> secrets) {

        /** The text with every secret masked: a server may repeat what it was told. */
        String masked(String text) {
            String masked = text;
            for (String secret : secrets) {
                masked = masked.replace(secret, "***");
            }
            return masked;
        }

        @Override
        public String toString() {
            return headers.size() + " headers";
        }
    }

    Filled fill(HttpRequest request) {
        List<Header> headers = new ArrayList<>();
        List<String> used = new ArrayList<>();
        for (HttpHeader header : request.headers()) {
            String name = header.credential().orElse("");
            if (name.isEmpty()) {
                headers.add(new BasicHeader(header.name(), header.value()));
                continue;
            }
            String secret = secret(token(name, request));
            used.add(secret);
            headers.add(filled(header, name, secret));
        }
        Optional<String> name = request.bodyCredential();
        if (name.isEmpty()) {
            return new Filled(request, headers, used);
        }
        String secret = secret(token(name.get(), request));
        if (!secret.matches("[\\x21-\\x7e&&[^\"\\\\]]{1,8000}")) {
            throw Problem.AUTH_FAILED.because(
                    "the secret of the credential " + name.get() + " has characters that a body cannot carry");
        }
        used.add(secret);
        return new Filled(request.filledWith(secret), headers, used);
    }

    private HttpToken token(String name, HttpRequest request) {
        Credential credential = inventory
                .credential(name)
                .orElseThrow(() -> Problem.BAD_INPUT.because("the inventory has no credential " + name));
        if (!(credential instanceof HttpToken token)) {
            throw Problem.BAD_INPUT.because("the credential " + name + " is not of the type http-token");
        }
        String host = request.uri().getHost();
        if (token.hosts().stream().noneMatch(host::equalsIgnoreCase)) {
            throw Problem.BAD_INPUT.because("the credential " + name + " is for other hosts than " + host);
        }
        if (!request.secure()) {
            throw Problem.BAD_INPUT.because("the credential " + name + " is sent over https only");
        }
        return token;
    }

    private String secret(HttpToken token) {
        try (Secret secret = secrets.resolve(token.token())) {
            char[] chars = secret.chars();
            String text = new String(chars);
            Arrays.fill(chars, '\0');
            return text;
        }
    }

    private static Header filled(HttpHeader header, String name, String secret) {
        if (!secret.matches("[\\x21-\\x7e]{1,4000}")) {
            throw Problem.AUTH_FAILED.because(
                    "the secret of the credential " + name + " has characters that a header cannot carry");
        }
        return new BasicHeader(header.name(), header.filledWith(secret));
    }
}
