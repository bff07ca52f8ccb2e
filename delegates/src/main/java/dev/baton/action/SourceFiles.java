package dev.baton.action;

/** The installation's folder of files that delegates may send to devices. */
public interface SourceFiles {

    /**
     * The file at a place below the folder. The digest makes asking pure: the same question gives the same bytes or none.
     *
     * @param path relative, with {@code /} between its names
     * @param sha256 64 hexadecimal digits
     * @throws ActionProblem {@code BAD_INPUT} for a path that leaves the folder, a file that is missing or too large, and
     *     another digest
     */
    Content read(String path, String sha256);
}
