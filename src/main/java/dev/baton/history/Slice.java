package dev.baton.history;

/** Which part of a list is wanted; pages count from 1. */
public record Slice(int page, int size) {

    /** The most items that a page may have. */
    public static final int MOST = 1000;

    public Slice {
        if (page < 1 || size < 1 || size > MOST) {
            throw new IllegalArgumentException("page " + page + " of size " + size);
        }
    }

    public long offset() {
        return (page - 1L) * size;
    }
}
