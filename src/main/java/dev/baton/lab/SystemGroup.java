package dev.baton.lab;

/** What SNMP's system group says of a device. */
final class SystemGroup {

    private SystemGroup() {}

    static String description(Fleet.Member member) {
        return switch (member.platform()) {
            case "cisco_ios" ->
                "Cisco IOS Software, C2960X Software (C2960X-UNIVERSALK9-M), Version 15.2(7)E7, RELEASE SOFTWARE (fc2)";
            case "arista_eos" -> "Arista Networks EOS version 4.31.2F running on an Arista Networks DCS-7050SX3-48YC8";
            case "frr" -> "Linux " + member.name() + " 6.1.0-35-amd64 FRRouting 8.4.4";
            case "generic" -> "A device that is asked over SNMP only";
            default -> "Linux " + member.name() + " 6.1.0-35-amd64 #1 SMP PREEMPT_DYNAMIC Debian x86_64";
        };
    }

    static String objectId(String platform) {
        return switch (platform) {
            case "cisco_ios" -> "1.3.6.1.4.1.9.1.1208";
            case "arista_eos" -> "1.3.6.1.4.1.30065.1.3011.7050.3282.48";
            case "generic" -> "1.3.6.1.4.1.8072.3.2.255";
            default -> "1.3.6.1.4.1.8072.3.2.10";
        };
    }
}
