package dev.baton.action;

/** The way a command travels to a device. */
public enum Channel {
    /** An SSH exec channel: separate stdout and stderr, and an exit status. */
    EXEC,
    /** A line typed at the prompt of an interactive CLI over SSH. */
    CLI,
    /** SNMP GET; the text is a space separated list of numeric OIDs. */
    SNMP_GET,
    /** SNMP walk (bulk); the text is one numeric root OID. */
    SNMP_WALK,
    /** SNMP SET; the text is {@code OID TYPE VALUE} with net-snmp's type letters {@code i u s x o a}. */
    SNMP_SET,
    /** SFTP read; the text is an absolute path. */
    SFTP_READ,
    /** SFTP read of a file as it is, to keep it; the text is {@code MAX-BYTES PATH}, the answer has the {@link Content}. */
    SFTP_FETCH,
    /** SFTP look at what stands in the place of an {@link Upload}; the answer is one word, {@code same} or why not. */
    SFTP_COMPARE,
    /**
     * SFTP write of an {@link Upload}, whole or not at all: it goes to a file beside the target, is read back, and then takes
     * the target's place. The text shows path, mode, size and digest.
     */
    SFTP_WRITE
}
