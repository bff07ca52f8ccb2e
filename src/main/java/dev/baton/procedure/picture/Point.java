package dev.baton.procedure.picture;

/** A point of the picture. */
record Point(double x, double y) {

    double distance(Point other) {
        return Math.hypot(other.x - x, other.y - y);
    }

    /** The point at this distance on the way to another one. */
    Point towards(Point other, double distance) {
        double whole = distance(other);
        double part = whole == 0 ? 0 : distance / whole;
        return new Point(x + (other.x - x) * part, y + (other.y - y) * part);
    }
}
