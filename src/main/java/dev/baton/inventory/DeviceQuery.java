package dev.baton.inventory;

import dev.baton.action.Device;
import dev.baton.inventory.QueryTokens.Kind;
import dev.baton.inventory.QueryTokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Parses device queries.
 *
 * <pre>
 * query      = [ term { "or" term } ]
 * term       = factor { "and" factor }
 * factor     = "not" factor | "(" query ")" | comparison | names
 * comparison = key ( "=" | "!=" ) value | key [ "not" ] "in" "(" value { "," value } ")"
 * names      = name { "," name }
 * </pre>
 *
 * A value or name may hold {@code *} for any characters; a name without one must exist.
 */
final class DeviceQuery {

    private static final Map<String, Function<Device, Stream<String>>> KEYS = Map.of(
            "name", device -> Stream.of(device.name()),
            "site", device -> Stream.ofNullable(device.site()),
            "role", device -> Stream.ofNullable(device.role()),
            "tag", device -> device.tags().stream(),
            "platform", device -> Stream.of(device.platform()),
            "criticality", device -> Stream.of(device.criticality().name().toLowerCase(Locale.ROOT)),
            "group", device -> Stream.ofNullable(device.redundancyGroup()));
    private static final Set<String> WORDS = Set.of("and", "or", "not", "in");

    private final QueryTokens tokens;
    private final Predicate<String> known;

    private DeviceQuery(QueryTokens tokens, Predicate<String> known) {
        this.tokens = tokens;
        this.known = known;
    }

    /**
     * The devices that a query means.
     *
     * @param known whether there is a device of this name
     * @throws BadQueryException with the position and what was expected
     */
    static Predicate<InventoryDevice> parse(String query, Predicate<String> known) {
        if (query.isBlank()) {
            return device -> true;
        }
        DeviceQuery parser = new DeviceQuery(new QueryTokens(query), known);
        Predicate<Device> wanted = parser.any();
        if (parser.tokens.peek().kind() != Kind.END) {
            throw parser.tokens.expected("and, or or the end");
        }
        return device -> wanted.test(device.device());
    }

    private Predicate<Device> any() {
        Predicate<Device> result = all();
        while (tokens.takeWord("or")) {
            result = result.or(all());
        }
        return result;
    }

    private Predicate<Device> all() {
        Predicate<Device> result = factor();
        while (tokens.takeWord("and")) {
            result = result.and(factor());
        }
        return result;
    }

    private Predicate<Device> factor() {
        if (tokens.takeWord("not")) {
            return factor().negate();
        }
        if (tokens.take(Kind.OPEN)) {
            Predicate<Device> inner = any();
            if (!tokens.take(Kind.CLOSE)) {
                throw tokens.expected("and, or or )");
            }
            return inner;
        }
        Token first = text("a key such as site, a device name, not or (");
        return switch (tokens.peek().kind()) {
            case EQUAL, DIFFERENT -> comparison(first);
            default -> tokens.peek().isWord("in") || tokens.peek().isWord("not") ? membership(first) : names(first);
        };
    }

    private Predicate<Device> comparison(Token key) {
        Function<Device, Stream<String>> attribute = attribute(key);
        boolean equal = tokens.next().kind() == Kind.EQUAL;
        Predicate<Device> match = matches(attribute, List.of(text("a value")));
        return equal ? match : match.negate();
    }

    private Predicate<Device> membership(Token key) {
        Function<Device, Stream<String>> attribute = attribute(key);
        boolean negated = tokens.takeWord("not");
        if (!tokens.takeWord("in")) {
            throw tokens.expected("in");
        }
        if (!tokens.take(Kind.OPEN)) {
            throw tokens.expected("( and a list of values");
        }
        List<Token> values = new ArrayList<>(List.of(text("a value")));
        while (tokens.take(Kind.COMMA)) {
            values.add(text("a value"));
        }
        if (!tokens.take(Kind.CLOSE)) {
            throw tokens.expected(", or )");
        }
        Predicate<Device> match = matches(attribute, values);
        return negated ? match.negate() : match;
    }

    private Predicate<Device> names(Token first) {
        List<Token> names = new ArrayList<>(List.of(first));
        while (tokens.take(Kind.COMMA)) {
            names.add(text("a device name"));
        }
        for (Token name : names) {
            if (name.text().indexOf('*') < 0 && !known.test(name.text())) {
                throw new BadQueryException("position " + name.position() + ": there is no device " + name.text()
                        + ", and a condition has the form site=ams1");
            }
        }
        return matches(device -> Stream.of(device.name()), names);
    }

    private static Function<Device, Stream<String>> attribute(Token key) {
        Function<Device, Stream<String>> attribute = KEYS.get(key.text().toLowerCase(Locale.ROOT));
        if (attribute == null) {
            throw new BadQueryException("position " + key.position() + ": expected one of "
                    + String.join(", ", KEYS.keySet().stream().sorted().toList()) + ", found " + key.text());
        }
        return attribute;
    }

    private Token text(String expected) {
        Token token = tokens.peek();
        if (token.kind() != Kind.TEXT || WORDS.stream().anyMatch(token::isWord)) {
            throw tokens.expected(expected);
        }
        return tokens.next();
    }

    private static Predicate<Device> matches(Function<Device, Stream<String>> attribute, List<Token> values) {
        Predicate<String> wanted =
                values.stream().map(value -> glob(value.text())).reduce(any -> false, Predicate::or);
        return device -> attribute.apply(device).anyMatch(wanted);
    }

    private static Predicate<String> glob(String value) {
        if (value.indexOf('*') < 0) {
            return value::equals;
        }
        String pattern = Stream.of(value.split("\\*+", -1))
                .map(Pattern::quote)
                .reduce((a, b) -> a + ".*" + b)
                .orElse("");
        return Pattern.compile(pattern).asMatchPredicate();
    }
}
