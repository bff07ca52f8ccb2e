package dev.baton.layout;

/** A rectangle in a diagram, in pixels. */
public record Box(double x, double y, double width, double height) {

    static Box around(Point centre, double width, double height) {
        return new Box(centre.x() - width / 2, centre.y() - height / 2, width, height);
    }

    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }

    public Point centre() {
        return new Point(x + width / 2, y + height / 2);
    }

    public boolean overlaps(Box other) {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }

    public boolean contains(Box other) {
        return x <= other.x && y <= other.y && right() >= other.right() && bottom() >= other.bottom();
    }

    /** This box, smaller by a margin on every side. */
    public Box shrunk(double margin) {
        return new Box(x + margin, y + margin, width - 2 * margin, height - 2 * margin);
    }

    /** Whether a horizontal or vertical line runs through the inside. */
    public boolean isCrossedBy(Point from, Point to) {
        return Math.min(from.x(), to.x()) < right()
                && Math.max(from.x(), to.x()) > x
                && Math.min(from.y(), to.y()) < bottom()
                && Math.max(from.y(), to.y()) > y;
    }
}
