package dev.baton.chaos;

/** How much chaos: a little in every build, all of it with the profile {@code chaos}. */
record Sizes(int runs, int kills, int stops, int restarts, int drains, long seed) {

    static Sizes given() {
        return new Sizes(
                Integer.getInteger("chaos.runs", 60),
                Integer.getInteger("chaos.kills", 3),
                Integer.getInteger("chaos.stops", 2),
                Integer.getInteger("chaos.restarts", 1),
                Integer.getInteger("chaos.drains", 1),
                Long.getLong("chaos.seed", System.nanoTime()));
    }
}
