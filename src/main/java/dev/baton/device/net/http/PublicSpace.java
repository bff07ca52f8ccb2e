package dev.baton.device.net.http;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/** The addresses that anybody may have: all but those that IANA's special-purpose registries set apart. */
final class PublicSpace {

    private static final List<Network> SET_APART = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4")
            .map(Network::of)
            .toList();
    private static final Network GLOBAL_UNICAST = Network.of("2000::/3");
    // Among them those that carry an IPv4 address inside: Teredo and 6to4.
    private static final List<Network> SET_APART_IN_IT = Stream.of(
                    "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")
            .map(Network::of)
            .toList();

    private PublicSpace() {}

    /** An IPv4 address that is written as an IPv6 one is already an IPv4 one for Java. */
    static boolean contains(InetAddress address) {
        if (address.getAddress().length == 4) {
            return SET_APART.stream().noneMatch(network -> network.contains(address));
        }
        return GLOBAL_UNICAST.contains(address)
                && SET_APART_IN_IT.stream().noneMatch(network -> network.contains(address));
    }
}
