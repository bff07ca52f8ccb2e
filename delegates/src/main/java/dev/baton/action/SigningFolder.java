package dev.baton.action;

import java.util.Optional;

/** The installation's folder where requests for certificates wait for somebody who signs them. */
public interface SigningFolder {

    /**
     * Leaves a request there; one of the same name is replaced.
     *
     * @throws ActionProblem {@code BAD_INPUT} when the installation names no such folder
     */
    void leave(String name, String request);

    /** What came back for the request, if it is there already. */
    Optional<String> answer(String name);
}
