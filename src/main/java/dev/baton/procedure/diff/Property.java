package dev.baton.procedure.diff;

import java.util.Comparator;

/** Names one value of one element. */
record Property(String element, String name) implements Comparable<Property> {

    private static final Comparator<Property> ORDER =
            Comparator.comparing(Property::element).thenComparing(Property::name);

    @Override
    public int compareTo(Property other) {
        return ORDER.compare(this, other);
    }
}
