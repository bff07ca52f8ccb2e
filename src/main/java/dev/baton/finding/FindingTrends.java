package dev.baton.finding;

/** How many findings there are, and how that came. */
public interface FindingTrends {

    /** @param days today included @param most names of each kind of count */
    FindingTrend last(int days, int most);
}
