package dev.baton.delegates.hardware.table;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.baton.delegates.hardware.part.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the values of one column mean. A meaning is a state and, behind a blank, the device's own word for the value.
 *
 * @param name the column's name in its MIB
 * @param values meanings of whole values, letter case aside; {@code ""} is an empty text
 * @param texts meanings of texts that contain a regular expression, the first that fits
 * @param flags meanings of the bits of a number, by their value
 * @param bits meanings of the bits of a BITS value, by their position
 * @param aboveZero the meaning of a count above zero; zero is OK
 * @param second whether it only counts where the other columns tell no fault of their own
 */
public record StateColumn(
        String name,
        Map<String, String> values,
        Map<String, String> texts,
        Map<Integer, String> flags,
        Map<Integer, String> bits,
        @JsonProperty("above-zero") @Nullable String aboveZero,
        boolean second) {

    public StateColumn(
            String name,
            @Nullable Map<String, String> values,
            @Nullable Map<String, String> texts,
            @Nullable Map<Integer, String> flags,
            @Nullable Map<Integer, String> bits,
            @JsonProperty("above-zero") @Nullable String aboveZero,
            boolean second) {
        this.name = name;
        this.values = Objects.requireNonNullElse(values, Map.of());
        this.texts = Objects.requireNonNullElse(texts, Map.of());
        this.flags = Objects.requireNonNullElse(flags, Map.of());
        this.bits = Objects.requireNonNullElse(bits, Map.of());
        this.aboveZero = aboveZero;
        this.second = second;
    }

    /** What a value says; more than one thing when it is a set of bits. A value that is not in the table says UNKNOWN. */
    public List<Said> of(String raw) {
        if (!bits.isEmpty()) {
            return bits(raw);
        }
        String value = Octets.text(raw);
        Optional<String> whole = Optional.ofNullable(values.get(value))
                .or(() -> Optional.ofNullable(values.get(value.toLowerCase(Locale.ROOT))));
        if (whole.isPresent()) {
            return List.of(said(whole.get(), value));
        }
        if (!flags.isEmpty() && value.matches("\\d{1,9}")) {
            return flags(Integer.parseInt(value), value);
        }
        if (aboveZero != null && value.matches("\\d{1,10}")) {
            return List.of(said(Long.parseLong(value) == 0 ? "OK" : aboveZero, value));
        }
        return texts.entrySet().stream()
                .filter(text -> Pattern.compile(text.getKey(), Pattern.CASE_INSENSITIVE)
                        .matcher(value)
                        .find())
                .map(text -> List.of(said(text.getValue(), value)))
                .findFirst()
                .orElseGet(() -> List.of(unknown(value)));
    }

    private List<Said> flags(int number, String value) {
        List<Said> all = new ArrayList<>();
        int left = number;
        for (Map.Entry<Integer, String> flag : flags.entrySet()) {
            if ((number & flag.getKey()) != 0) {
                all.add(said(flag.getValue(), value));
                left &= ~flag.getKey();
            }
        }
        if (left != 0 || all.isEmpty()) {
            all.add(unknown(value));
        }
        return all;
    }

    private List<Said> bits(String value) {
        byte[] octets = Octets.of(value);
        List<Said> all = new ArrayList<>();
        for (int bit = 0; bit < octets.length * 8; bit++) {
            if ((octets[bit / 8] & 0x80 >> bit % 8) != 0) {
                String meaning = bits.get(bit);
                all.add(meaning == null ? unknown("bit " + bit) : said(meaning, "bit " + bit));
            }
        }
        return all.isEmpty() ? List.of(new Said(State.NONE, name + " has no bit", second)) : all;
    }

    private Said said(String meaning, String value) {
        String[] words = meaning.split(" ", 2);
        String word = words.length == 1 || words[1].equals(value) ? value : words[1] + " (" + value + ")";
        return new Said(State.valueOf(words[0]), name + " is " + (word.isEmpty() ? "empty" : word), second);
    }

    private Said unknown(String value) {
        return new Said(State.UNKNOWN, name + " is " + value + ", which no table knows", second);
    }

    /** What one value says of a part. */
    public record Said(State state, String evidence, boolean second) {}
}
