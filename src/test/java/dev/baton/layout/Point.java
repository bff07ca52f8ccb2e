package dev.baton.layout;

/** A place in a diagram, in pixels. */
public record Point(double x, double y) {}
