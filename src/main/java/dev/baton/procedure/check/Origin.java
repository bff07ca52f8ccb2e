package dev.baton.procedure.check;

/** Who made a procedure: the house keeps all of its rules, others must keep those that protect people. */
public enum Origin {
    SHIPPED,
    OWN
}
