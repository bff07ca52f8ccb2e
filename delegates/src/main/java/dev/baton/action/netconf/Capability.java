package dev.baton.action.netconf;

/** What a NETCONF server may offer beyond the protocol's base. */
public enum Capability {
    /** Changes are collected and take effect together. */
    CANDIDATE("capability:candidate:1."),
    /** A candidate can be checked without letting it take effect. */
    VALIDATE("capability:validate:1."),
    /** A commit goes back by itself unless it is confirmed, by the session that made it. */
    CONFIRMED_COMMIT("capability:confirmed-commit:1."),
    /** A commit to be confirmed has a name, by which another session can confirm it or call it off. */
    PERSISTENT_COMMIT("capability:confirmed-commit:1.1"),
    /** What the server starts with is another configuration than the one that runs. */
    STARTUP("capability:startup:1.");

    private static final String IETF = "urn:ietf:params:netconf:";

    private final String uri;

    Capability(String uri) {
        this.uri = uri;
    }

    /** @param hello the answer to {@link Netconf#hello} */
    public boolean offeredIn(String hello) {
        return hello.lines().anyMatch(line -> line.startsWith(IETF + uri));
    }
}
