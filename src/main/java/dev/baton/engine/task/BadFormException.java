package dev.baton.engine.task;

import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;

/** What was posted does not fit the form. */
public final class BadFormException extends FormFieldValidationException {

    private static final long serialVersionUID = 1L;

    private final String field;

    public BadFormException(String field, String message) {
        super(field, message);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
