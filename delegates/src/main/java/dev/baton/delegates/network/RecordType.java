package dev.baton.delegates.network;

/** The DNS records that {@link CheckDns} can ask for. */
enum RecordType {
    A,
    AAAA,
    CNAME,
    MX,
    NS,
    PTR,
    SRV,
    TXT
}
