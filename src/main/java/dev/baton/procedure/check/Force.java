package dev.baton.procedure.check;

import dev.baton.procedure.check.Violation.Weight;

/** How binding a rule is. */
public enum Force {
    /** Nobody may break it: it protects people or devices, or the engine could not run the procedure. */
    PROTECTS,
    /** Shipped procedures keep it; others are told. */
    HOUSE,
    /** Good to know, for everybody. */
    ADVICE;

    Weight weight(Origin origin) {
        return this == PROTECTS || (this == HOUSE && origin == Origin.SHIPPED) ? Weight.ERROR : Weight.WARNING;
    }
}
