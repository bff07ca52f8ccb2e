package dev.baton.procedure.picture;

/** A rectangle of the picture, in its pixels. */
record Bounds(double x, double y, double width, double height) {

    double right() {
        return x + width;
    }

    double bottom() {
        return y + height;
    }

    double centerX() {
        return x + width / 2;
    }

    double centerY() {
        return y + height / 2;
    }

    Bounds union(Bounds other) {
        double left = Math.min(x, other.x);
        double top = Math.min(y, other.y);
        return new Bounds(left, top, Math.max(right(), other.right()) - left, Math.max(bottom(), other.bottom()) - top);
    }

    Bounds grow(double by) {
        return new Bounds(x - by, y - by, width + 2 * by, height + 2 * by);
    }
}
