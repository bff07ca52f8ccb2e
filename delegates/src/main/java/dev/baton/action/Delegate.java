package dev.baton.action;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes a delegate to people and tools; element template and documentation are generated from it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Delegate {

    /** Verb and object, as a task would be labelled. */
    String name();

    /** What it does and what a reader of the diagram should know, in one or two sentences. */
    String description();

    /** What repeating it does; a step delegate never reaches a device and is {@link Effect#READ}. */
    Effect effect() default Effect.READ;

    /** The record of its inputs. */
    Class<? extends Record> inputs();

    /** The variables it offers to output parameters, beside the counts of every device step. */
    String[] outputs() default {};

    /** Raised whenever an input changes its meaning. */
    int version() default 1;
}
