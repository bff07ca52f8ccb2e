package dev.baton.procedure.diff;

/**
 * One property that differs.
 *
 * @param element id of the element, or the name of a form's or decision's file
 * @param name what people call the element, or empty
 * @param property e.g. {@code name}, {@code camunda:candidateGroups}, {@code inputParameter batches}
 * @param before empty when the earlier version has none
 * @param after empty when the later version has none
 */
public record ElementDiff(String element, String name, String property, String before, String after) {}
