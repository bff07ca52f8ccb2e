package dev.baton.action;

/** The way a command travels to a device. */
public enum Channel {
    /** An SSH exec channel: separate stdout and stderr, and an exit status. */
    EXEC,
    /**
     * An SSH exec channel whose standard input has a login secret of the device in it; the text is a
     * {@link dev.baton.action.login.SecretInput}.
     */
    SECRET_INPUT,
    /**
     * A sign-in over a fresh SSH connection, with another version of the secret than the session under way may use; the text is a
     * {@link dev.baton.action.login.LoginVersion}.
     */
    LOGIN,
    /** A line typed at the prompt of an interactive CLI over SSH. */
    CLI,
    /** A line typed as for {@link #CLI}, but over a fresh connection beside the session that is under way. */
    CLI_APART,
    /** A NETCONF operation; the text is its XML, see {@link dev.baton.action.netconf.Netconf}. */
    NETCONF,
    /** A NETCONF operation over a fresh connection beside the session that is under way. */
    NETCONF_APART,
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
    /** SFTP read of a file as it is, to keep it; the text is {@code MAX-BYTES PATH}, the answer has the {@link Content}. */
    SFTP_FETCH,
    /** SFTP look at what stands in the place of an {@link Upload}; the answer is one word, {@code same} or why not. */
    SFTP_COMPARE,
    /**
     * SFTP write of an {@link Upload}, whole or not at all: it goes to a file beside the target, is read back, and then takes
     * the target's place. The text shows path, mode, size and digest.
     */
    SFTP_WRITE,
    /** A TCP connection to a port of the device, closed at once; the text is the port. */
    TCP_CONNECT,
    /** An echo request to the device; the answer is {@code answers} or {@code silent}. */
    ICMP_ECHO,
    /** One DNS query; the text is a {@link dev.baton.action.net.DnsQuestion}. */
    DNS_QUERY,
    /** A TLS handshake with a port of the device; the text is a {@link dev.baton.action.net.TlsPeer}. */
    TLS_HANDSHAKE,
    /** An HTTP request to the device's own address; the text is a {@link dev.baton.action.net.HttpRequest}. */
    HTTP,
    /** An HTTP request to a host that the administrator allows; the text is a {@link dev.baton.action.net.HttpRequest}. */
    HTTP_CALL
}
