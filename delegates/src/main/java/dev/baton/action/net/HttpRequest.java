package dev.baton.action.net;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.action.Channel;
import dev.baton.action.Command;
import dev.baton.action.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A request as plans and transcripts show it: method, address, options, headers, and the body after an empty line.
 *
 * @param redirects how many redirects to the same host are followed
 * @param ca a file in the administrator's folder of authorities; empty for the authorities that Java trusts
 * @param body JSON, or empty for none; a text in it that is {@code {credential:NAME}} is filled in only when it is sent
 */
public record HttpRequest(String method, URI uri, int redirects, String ca, List<HttpHeader> headers, String body) {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");
    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD");
    private static final int MOST_REDIRECTS = 10;
    private static final int LARGEST_BODY = 256 * 1024;
    private static final Pattern FIRST_LINE = Pattern.compile("(\\S+) (\\S+)(?: redirects=(\\d{1,2}))?(?: ca=(\\S+))?");
    private static final Pattern BODY_CREDENTIAL = Pattern.compile("\"" + HttpHeader.CREDENTIAL + "\"");
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final Duration USUAL = Duration.ofSeconds(30);

    /** @throws dev.baton.action.ActionProblem {@code BAD_INPUT} naming the part that does not fit */
    public HttpRequest {
        headers = List.copyOf(headers);
        if (!METHODS.contains(method)) {
            throw Problem.BAD_INPUT.because(
                    "a request takes one of GET, HEAD, POST, PUT, PATCH, DELETE, not " + method);
        }
        if (redirects < 0 || redirects > MOST_REDIRECTS) {
            throw Problem.BAD_INPUT.because("at most " + MOST_REDIRECTS + " redirects are followed, not " + redirects);
        }
        TlsPeer.requireCa(ca);
        requirePlain(uri);
        requireJson(method, body);
    }

    /** An address for {@link HttpRequest}. @throws dev.baton.action.ActionProblem {@code BAD_INPUT} when it is none */
    public static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw Problem.BAD_INPUT.because(
                    "\"" + text.replaceAll("\\p{Cntrl}", "\u2423") + "\" is not an address: " + e.getReason());
        }
    }

    /** Reads what {@link #toString} wrote. */
    public static HttpRequest of(String text) {
        int end = text.indexOf("\n\n");
        List<String> head = (end < 0 ? text : text.substring(0, end)).lines().toList();
        Matcher first = FIRST_LINE.matcher(head.isEmpty() ? "" : head.get(0));
        if (!first.matches()) {
            throw Problem.BAD_INPUT.because("a request begins with METHOD URL redirects=N ca=FILE");
        }
        return new HttpRequest(
                first.group(1),
                uri(first.group(2)),
                first.group(3) == null ? 0 : Integer.parseInt(first.group(3)),
                first.group(4) == null ? "" : first.group(4),
                head.stream().skip(1).map(HttpHeader::of).toList(),
                end < 0 ? "" : text.substring(end + 2));
    }

    /** Sends it to the device that acts, whatever host it names. */
    public Command toDevice() {
        return new Command(Channel.HTTP, toString(), false, USUAL);
    }

    /** Sends it to the host that it names. */
    public Command toHost() {
        Command command = new Command(Channel.HTTP_CALL, toString(), false, USUAL);
        return WITHOUT_BODY.contains(method) ? command : command.changing();
    }

    /** The credential that a text of its body names. */
    public Optional<String> bodyCredential() {
        Matcher matcher = BODY_CREDENTIAL.matcher(body);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** The same request with the secret in the place of the credential's name in its body. */
    public HttpRequest filledWith(String secret) {
        String filled = BODY_CREDENTIAL.matcher(body).replaceFirst(Matcher.quoteReplacement("\"" + secret + "\""));
        return new HttpRequest(method, uri, redirects, ca, headers, filled);
    }

    public boolean secure() {
        return uri.getScheme().equals("https");
    }

    /** The port that the address names, or the usual one of its scheme. */
    public int port() {
        return port(uri);
    }

    /** As {@link #port()}. */
    public static int port(URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : "https".equals(uri.getScheme()) ? 443 : 80;
    }

    @Override
    public String toString() {
        return method + " " + uri + (redirects == 0 ? "" : " redirects=" + redirects)
                + (ca.isEmpty() ? "" : " ca=" + ca)
                + headers.stream().map(header -> "\n" + header).collect(Collectors.joining())
                + (body.isEmpty() ? "" : "\n\n" + body);
    }

    private static void requirePlain(URI uri) {
        boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        // Without a host, or with a user name before it, readers and programs may disagree about where it goes.
        if (!http || uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw Problem.BAD_INPUT.because(
                    "\"" + uri + "\" is not http://HOST/... or https://HOST/... without user name and fragment");
        }
        if (!StandardCharsets.US_ASCII.newEncoder().canEncode(uri.toString())) {
            throw Problem.BAD_INPUT.because("\"" + uri + "\" has other characters than ASCII; encode them with %");
        }
        Ports.require(port(uri));
    }

    private static void requireJson(String method, String body) {
        if (body.isEmpty()) {
            return;
        }
        if (WITHOUT_BODY.contains(method)) {
            throw Problem.BAD_INPUT.because(method + " takes no body");
        }
        if (body.length() > LARGEST_BODY) {
            throw Problem.BAD_INPUT.because("a body has at most " + LARGEST_BODY + " characters, not " + body.length());
        }
        try {
            JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw Problem.BAD_INPUT.because("the body is not JSON: " + e.getOriginalMessage());
        }
    }
}
