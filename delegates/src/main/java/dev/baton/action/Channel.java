package dev.baton.action;

/** The way a command travels to a device. */
public enum Channel {
    /** An SSH exec channel: separate stdout and stderr, and an exit status. */
    EXEC,
    /** A line typed at the prompt of an interactive CLI over SSH. */
    CLI,
    /** SNMP GET; the text is a space separated list of numeric OIDs. */
    SNMP_GET,
    /** SNMP GETNEXT; the text is as for GET, and each answer is the variable that follows. */
    SNMP_GET_NEXT,
    /** SNMP walk (bulk); the text is one numeric root OID. */
    SNMP_WALK,
    /** SNMP SET; the text is {@code OID TYPE VALUE} with net-snmp's type letters {@code i u t s x o a}. */
    SNMP_SET,
    /** SFTP read; the text is an absolute path. */
    SFTP_READ,
    /**
     * SFTP write of an {@link Upload}, whole or not at all: it goes to a file beside the target, is read back, and then takes
     * the target's place. The text shows path, mode, size and digest.
     */
    SFTP_WRITE
}
