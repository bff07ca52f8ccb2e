package dev.baton.inventory;

import dev.baton.action.Dialect;
import dev.baton.action.Dialects;
import java.util.Set;

/** Knows the names of platforms and nothing else. */
record FixedDialects(Set<String> platforms) implements Dialects {

    static final FixedDialects USUAL = new FixedDialects(Set.of("linux", "cisco_ios", "arista_eos", "frr"));
    static final FixedDialects WITH_THOSE_OF_THE_LAB =
            new FixedDialects(Set.of("linux", "cisco_ios", "arista_eos", "frr", "fortinet", "generic"));

    @Override
    public Dialect of(String platform) {
        throw new IllegalArgumentException("no dialect of " + platform + " in this test");
    }
}
