package dev.baton.procedure.check;

/**
 * What is wrong with a procedure, where, and what to do about it.
 *
 * @param file name of the file as it was given
 * @param element id of the BPMN element or form component; empty when it is the file as a whole
 * @param rule short name of the broken rule
 * @param fix what the author should do
 */
public record Violation(String file, String element, String rule, String message, String fix, Weight weight) {

    /** Whether it keeps the procedure from being deployed. */
    public boolean refuses() {
        return weight == Weight.ERROR;
    }

    /** How much a broken rule weighs. */
    public enum Weight {
        /** The procedure is not deployed. */
        ERROR,
        /** The procedure is deployed, and its author is told. */
        WARNING
    }
}
