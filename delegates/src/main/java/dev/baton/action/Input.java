package dev.baton.action;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes one input of a delegate: a component of type String, Integer, Boolean, Duration, List of String, or an enum. */
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Input {

    String label();

    String description();

    /** The value when the diagram gives none, in the form a diagram would write it; empty for none. */
    String value() default "";

    /** Whether a text may have several lines. */
    boolean multiline() default false;

    /** What a new task in the Modeler shows instead of the value, e.g. {@code ${targets}}; empty for the value itself. */
    String prefilled() default "";
}
