package dev.baton.delegates.ports.read;

import java.util.List;

/** Why a Cisco switch shut a port by itself: the names of CISCO-ERR-DISABLE-MIB. */
final class ErrDisable {

    private static final List<String> CAUSES = List.of(
            "udld",
            "bpduGuard",
            "channelMisconfig",
            "pagpFlap",
            "dtpFlap",
            "linkFlap",
            "l2ptGuard",
            "dot1xSecurityViolation",
            "portSecurityViolation",
            "gbicInvalid",
            "dhcpRateLimit",
            "unicastFlood",
            "vmps",
            "stormControl",
            "inlinePower",
            "arpInspection",
            "portLoopback",
            "packetBuffer",
            "macLimit",
            "linkMonitorFailure",
            "oamRemoteFailure",
            "dot1adIncompEtype",
            "dot1adIncompTunnel",
            "sfpConfigMismatch",
            "communityLimit",
            "invalidPolicy",
            "lsGroup",
            "ekey",
            "portModeFailure",
            "pppoeIaRateLimit",
            "oamRemoteCriticalEvent",
            "oamRemoteDyingGasp",
            "oamRemoteLinkFault",
            "mvrp",
            "tranceiverIncomp");

    private ErrDisable() {}

    /** Empty where the port is not in the table, or is in it with nothing. */
    static String cause(String number) {
        long cause = Values.number(number);
        if (cause <= 0) {
            return "";
        }
        return cause <= CAUSES.size() ? CAUSES.get((int) cause - 1) : "cause " + cause;
    }
}
