package dev.baton.device.snmp.mib;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a MIB module as vendors publish it (SMIv1 or SMIv2) defines: names below other names, and enumerations. */
record SmiModule(String name, Map<String, Definition> definitions, Map<String, Map<Integer, String>> conventions) {

    private static final Set<String> MACROS = Set.of(
            "OBJECT-TYPE",
            "OBJECT-IDENTITY",
            "MODULE-IDENTITY",
            "NOTIFICATION-TYPE",
            "OBJECT-GROUP",
            "NOTIFICATION-GROUP",
            "MODULE-COMPLIANCE",
            "AGENT-CAPABILITIES");

    /**
     * A name.
     *
     * @param parent the name that it stands below, or empty for one that begins at the root
     * @param arcs the numbers below the parent, each with a leading dot
     */
    record Definition(String parent, String arcs, String syntax, Map<Integer, String> values) {}

    /** @throws IllegalArgumentException when it is no MIB module */
    static SmiModule parse(String text) {
        SmiTokens words = new SmiTokens(text);
        int begin = words.next(0, "DEFINITIONS");
        if (begin == 0 || begin == words.size()) {
            throw new IllegalArgumentException("it is no MIB module: NAME DEFINITIONS ::= BEGIN is missing");
        }
        SmiModule module = new SmiModule(words.at(begin - 1), new LinkedHashMap<>(), new HashMap<>());
        for (int i = begin; i < words.size(); i++) {
            module.read(words, i);
        }
        return module;
    }

    private void read(SmiTokens words, int at) {
        String word = words.at(at);
        if (word.isEmpty() || !Character.isLetter(word.charAt(0))) {
            return;
        }
        if (Character.isUpperCase(word.charAt(0))) {
            if (words.stand(at + 1, "::=", "TEXTUAL-CONVENTION")) {
                convention(word, words, words.next(at, "SYNTAX") + 1);
            } else if (words.stand(at + 1, "::=", "INTEGER", "{")) {
                convention(word, words, at + 2);
            }
        } else if (words.stand(at + 1, "OBJECT", "IDENTIFIER", "::=", "{")) {
            define(word, words, at + 4, "node", Map.of());
        } else if (MACROS.contains(words.at(at + 1))) {
            int end = words.next(at, "::=");
            int syntax = words.at(at + 1).equals("OBJECT-TYPE") ? words.next(at, "SYNTAX") + 1 : end;
            boolean typed = syntax < end && !words.stand(syntax, "SEQUENCE", "OF");
            define(
                    word,
                    words,
                    end + 1,
                    typed ? syntax(words, syntax) : "node",
                    typed ? words.enumeration(syntax + 1) : Map.of());
        }
    }

    private static String syntax(SmiTokens words, int at) {
        boolean pair = words.stand(at, "OCTET", "STRING") || words.stand(at, "OBJECT", "IDENTIFIER");
        return pair ? words.at(at) + " " + words.at(at + 1) : words.at(at);
    }

    private void convention(String name, SmiTokens words, int syntax) {
        Map<Integer, String> values = words.enumeration(syntax + 1);
        if (!values.isEmpty()) {
            conventions.put(name, values);
        }
    }

    private void define(String name, SmiTokens words, int brace, String syntax, Map<Integer, String> values) {
        List<String> parts = new ArrayList<>();
        int end = words.next(brace, "}");
        for (int i = brace + 1; i < end; i++) {
            if (words.at(i + 1).equals("(")) {
                // A name with its number, as org(3); the first one may be a root, which has a name that is known.
                parts.add(parts.isEmpty() ? words.at(i) : words.at(i + 2));
                i += 3;
            } else {
                parts.add(words.at(i));
            }
        }
        if (parts.isEmpty()) {
            return;
        }
        boolean rooted = parts.get(0).matches("\\d+");
        String arcs = String.join(".", parts.subList(rooted ? 0 : 1, parts.size()));
        if (arcs.matches("\\d{1,10}(\\.\\d{1,10})*")) {
            definitions.put(name, new Definition(rooted ? "" : parts.get(0), "." + arcs, syntax, values));
        }
    }
}
