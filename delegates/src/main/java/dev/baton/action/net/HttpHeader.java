package dev.baton.action.net;

import dev.baton.action.Problem;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A header of a request. A secret is written as {@code {credential:NAME}}, e.g. {@code Bearer {credential:netbox}}, and
 * filled in only when the request is sent.
 */
public record HttpHeader(String name, String value) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,64}");
    private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e]{1,1000}");
    static final Pattern CREDENTIAL = Pattern.compile("\\{credential:([A-Za-z0-9][A-Za-z0-9._-]{0,127})}");
    private static final Set<String> FRAMING =
            Set.of("host", "content-length", "transfer-encoding", "connection", "expect", "upgrade", "te", "trailer");
    private static final Pattern SECRET = Pattern.compile("authorization|cookie|token|secret|password|api-?key");

    /** @throws dev.baton.action.ActionProblem {@code BAD_INPUT}; a value that may be a secret is not repeated */
    public HttpHeader {
        String lower = name.toLowerCase(Locale.ROOT);
        if (!NAME.matcher(name).matches() || FRAMING.contains(lower)) {
            throw Problem.BAD_INPUT.because(
                    "\"" + name.replaceAll("\\p{Cntrl}", "\u2423") + "\" is not a header that a diagram may set");
        }
        if (!VALUE.matcher(value).matches()) {
            throw Problem.BAD_INPUT.because("the header " + name + " takes 1 to 1000 printable ASCII characters");
        }
        if (SECRET.matcher(lower).find() && !CREDENTIAL.matcher(value).find()) {
            throw Problem.BAD_INPUT.because("the header " + name
                    + " carries a secret: name a credential of the inventory, e.g. Bearer {credential:netbox}");
        }
    }

    /** Reads {@code Name: value}. */
    public static HttpHeader of(String line) {
        int colon = line.indexOf(':');
        if (colon < 0) {
            throw Problem.BAD_INPUT.because("a header is written as Name: value");
        }
        return new HttpHeader(
                line.substring(0, colon).strip(), line.substring(colon + 1).strip());
    }

    /** The credential that its value names. */
    public Optional<String> credential() {
        Matcher matcher = CREDENTIAL.matcher(value);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** The value with the secret in the place of the credential's name. */
    public String filledWith(String secret) {
        return CREDENTIAL.matcher(value).replaceFirst(Matcher.quoteReplacement(secret));
    }

    @Override
    public String toString() {
        return name + ": " + value;
    }
}
