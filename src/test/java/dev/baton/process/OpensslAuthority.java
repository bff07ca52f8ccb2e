package dev.baton.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.baton.testing.Programs;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A root and an issuing authority, made and run with openssl, which also answers the sign call of step-ca. */
final class OpensslAuthority implements AutoCloseable {

    private static final String OPENSSL = "/usr/bin/openssl";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final AtomicReference<String> token = new AtomicReference<>("");
    private HttpsServer server;
    private int issued;

    OpensslAuthority(Path folder) throws IOException {
        this.folder = folder;
        Files.writeString(folder.resolve("ca.ext"), "basicConstraints=critical,CA:true\nkeyUsage=keyCertSign\n");
        root();
        request("issuer", "Issuing CA");
        sign("issuer.csr", "issuer.pem", "root", "-extfile", "ca.ext");
    }

    private void root() {
        openssl(
                "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout root.key -out root.pem -days 30",
                "-subj",
                "/CN=Test CA");
    }

    private void request(String name, String subject, String... more) {
        openssl(
                "req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout " + name + ".key -out " + name
                        + ".csr " + String.join(" ", more),
                "-subj",
                "/CN=" + subject);
    }

    private void sign(String request, String certificate, String by, String... more) {
        openssl("x509 -req -days 20 -CAcreateserial -CA " + by + ".pem -CAkey " + by + ".key -in " + request + " -out "
                + certificate + " " + String.join(" ", more));
    }

    /** A key and a chain for a name, as a server begins with. */
    void issue(Path key, Path certificate, String name) throws IOException {
        request("server", name, "-addext", "subjectAltName=DNS:" + name);
        Files.copy(folder.resolve("server.key"), key);
        Files.writeString(certificate, signed(Files.readString(folder.resolve("server.csr"))));
    }

    /** The chain for a request. */
    String signed(String request) throws IOException {
        String name = "issued" + ++issued;
        Files.writeString(folder.resolve(name + ".csr"), request);
        sign(name + ".csr", name + ".pem", "issuer", "-copy_extensions", "copy");
        return Files.readString(folder.resolve(name + ".pem")) + Files.readString(folder.resolve("issuer.pem"));
    }

    /** The address of the sign call; it takes each token once. */
    String start() throws Exception {
        request("https", "ca", "-addext", "subjectAltName=IP:127.0.0.1");
        Files.writeString(folder.resolve("https.pem"), signed(Files.readString(folder.resolve("https.csr"))));
        openssl("pkcs12 -export -passout pass:test -inkey https.key -in https.pem -out https.p12");
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve("https.p12"))) {
            store.load(in, "test".toCharArray());
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, "test".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/1.0/sign", this::answer);
        server.start();
        return "https://127.0.0.1:" + server.getAddress().getPort() + "/1.0/sign";
    }

    void expect(String oneTimeToken) {
        token.set(oneTimeToken);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode asked = JSON.readTree(exchange.getRequestBody());
            boolean known = asked.path("ott").asText("none").equals(token.getAndSet(""));
            byte[] answer = JSON.writeValueAsBytes(
                    known
                            ? chain(signed(asked.path("csr").asText()))
                            : Map.of(
                                    "status",
                                    401,
                                    "message",
                                    "token " + asked.path("ott").asText() + " is not valid"));
            exchange.sendResponseHeaders(known ? 201 : 401, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private static Map<String, Object> chain(String pem) {
        String end = "-----END CERTIFICATE-----\n";
        List<String> all = List.of(pem.split("(?<=" + end + ")"));
        return Map.of("crt", all.get(0), "ca", all.get(1), "certChain", all);
    }

    private void openssl(String words, String... more) {
        String quoted = String.join(
                " ", List.of(more).stream().map(word -> "'" + word + "'").toList());
        Programs.run("/bin/sh", "-c", "cd " + folder + " && " + OPENSSL + " " + words + " " + quoted);
    }

    @Override
    public void close() {
        if (server != null) {
            server.stop(0);
        }
    }
}
