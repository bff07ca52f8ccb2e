package dev.baton.finding;

import java.util.List;

/** One page of a list of findings, and how many there are in all. */
public record FindingPage(List<FindingView> items, long total) {

    public FindingPage {
        items = List.copyOf(items);
    }
}
