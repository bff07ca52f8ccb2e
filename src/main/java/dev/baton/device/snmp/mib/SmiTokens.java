package dev.baton.device.snmp.mib;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a MIB module, without comments and quoted texts. */
final class SmiTokens {

    private static final Pattern TOKEN = Pattern.compile(
            "\"[^\"]*+\"|--.*?(?:--|\\R|\\z)|'[^']*+'[HhBb]|::=|\\.\\.|[A-Za-z][A-Za-z0-9-]*+|-?\\d++|[{}()\\[\\],;|]");

    private final List<String> words = new ArrayList<>();

    SmiTokens(String text) {
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            String word = token.group();
            if (!word.startsWith("\"") && !word.startsWith("--")) {
                words.add(word);
            }
        }
    }

    int size() {
        return words.size();
    }

    /** The word, or an empty one beyond the end. */
    String at(int index) {
        return index >= 0 && index < words.size() ? words.get(index) : "";
    }

    /** Whether these words stand here. */
    boolean stand(int index, String... expected) {
        for (int i = 0; i < expected.length; i++) {
            if (!at(index + i).equals(expected[i])) {
                return false;
            }
        }
        return true;
    }

    /** Where the word stands next; the end where it does not. */
    int next(int from, String word) {
        int index = from;
        while (index < words.size() && !at(index).equals(word)) {
            index++;
        }
        return index;
    }

    /** The names of <code>{ up(1), down(2) }</code> by number; empty where no enumeration begins. */
    Map<Integer, String> enumeration(int from) {
        Map<Integer, String> values = new HashMap<>();
        int index = from;
        while (at(index).equals(index == from ? "{" : ",")
                && at(index + 2).equals("(")
                && at(index + 3).matches("-?\\d{1,9}")) {
            values.put(Integer.valueOf(at(index + 3)), at(index + 1));
            index += 5;
        }
        return values;
    }
}
