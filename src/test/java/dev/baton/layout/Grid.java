package dev.baton.layout;

/** Turns grid units into pixels; a cell holds a task with room for flows and names around it. */
final class Grid {

    private static final double LEFT = 120;
    private static final double TOP = 120;
    private static final double COLUMN = 150;
    private static final double ROW = 120;

    private Grid() {}

    static double x(double column) {
        return LEFT + column * COLUMN;
    }

    static double y(double row) {
        return TOP + row * ROW;
    }

    static Point centre(Placement.Spot spot) {
        return new Point(x(spot.column()), y(spot.row()));
    }
}
