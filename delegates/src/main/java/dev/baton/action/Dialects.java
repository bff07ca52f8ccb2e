package dev.baton.action;

import java.util.Set;

/** The dialects of the platforms that Baton knows. */
public interface Dialects {

    Set<String> platforms();

    /** The dialect of a platform. @throws IllegalArgumentException when there is none, naming those there are */
    Dialect of(String platform);
}
