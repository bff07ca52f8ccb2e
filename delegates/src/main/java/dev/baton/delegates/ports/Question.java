package dev.baton.delegates.ports;

import java.util.HashMap;
import java.util.Map;

/** The facts about one aspect of a port, for the decision table; what does not belong to the aspect has one value. */
final class Question {

    private final Map<String, Object> facts = new HashMap<>(Map.of(
            "aspect", "",
            "admin", "",
            "oper", "",
            "wanted", "none",
            "recentlyUp", false,
            "errDisabled", false,
            "percent", 0.0,
            "transitions", 0,
            "slower", ""));

    private Question() {}

    static Question about(String aspect) {
        return new Question().with("aspect", aspect);
    }

    Question state(String admin, String oper) {
        return with("admin", admin).with("oper", oper);
    }

    Question wanted(Wanted wanted, boolean recentlyUp) {
        return with("wanted", wanted.word()).with("recentlyUp", recentlyUp);
    }

    Question errDisabled(boolean disabled) {
        return with("errDisabled", disabled);
    }

    /** Cut to what matters, so that few questions differ. */
    Question percent(double percent) {
        return with("percent", Math.floor(percent * 10_000 + 0.000_001) / 10_000);
    }

    Question transitions(int number) {
        return with("transitions", number);
    }

    Question slower(String than) {
        return with("slower", than);
    }

    Object percent() {
        return facts.getOrDefault("percent", 0.0);
    }

    Map<String, Object> facts() {
        return Map.copyOf(facts);
    }

    private Question with(String name, Object value) {
        facts.put(name, value);
        return this;
    }
}
