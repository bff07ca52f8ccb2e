package dev.baton.layout;

import java.util.Locale;

/** A side of a shape. */
enum Side {
    TOP,
    RIGHT,
    BOTTOM,
    LEFT;

    static Side of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    boolean isHorizontal() {
        return this == LEFT || this == RIGHT;
    }

    Point middle(Box box) {
        Point centre = box.centre();
        return switch (this) {
            case TOP -> new Point(centre.x(), box.y());
            case BOTTOM -> new Point(centre.x(), box.bottom());
            case LEFT -> new Point(box.x(), centre.y());
            case RIGHT -> new Point(box.right(), centre.y());
        };
    }
}
