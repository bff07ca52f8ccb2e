package dev.baton.web;

import org.springframework.security.access.AccessDeniedException;

/** The person who is signed in may not do this; the message says which rule forbids it. */
public final class ForbiddenException extends AccessDeniedException {

    private static final long serialVersionUID = 1L;

    public ForbiddenException(String rule) {
        super(rule);
    }
}
