package dev.baton.device.net.http;

import dev.baton.action.Problem;
import dev.baton.action.net.HttpRequest;
import dev.baton.device.net.NetSettings;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Where HTTP calls may go: hosts by name, with a port where that is not the usual one of the scheme. A name must lead to
 * public addresses, unless the addresses or their network are in the list, too.
 */
@Component
class AllowList {

    private static final String SETTING = "baton.device.http-allowed";

    private final Set<String> hosts;
    private final List<Network> networks;

    AllowList(NetSettings settings) {
        hosts = settings.httpAllowed().stream()
                .map(entry -> entry.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        networks = hosts.stream()
                .flatMap(entry -> Network.read(withoutPort(entry)).stream())
                .toList();
    }

    /** @throws dev.baton.action.ActionProblem {@code BAD_INPUT} when no entry names the host and port */
    void requireHost(URI uri) {
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        boolean usualPort = HttpRequest.port(uri) == ("https".equals(uri.getScheme()) ? 443 : 80);
        boolean named = hosts.contains(host + ":" + HttpRequest.port(uri)) || (usualPort && hosts.contains(host));
        if (!named) {
            throw Problem.BAD_INPUT.because(
                    host + ":" + HttpRequest.port(uri) + " is not in " + SETTING + ", so it is not called");
        }
    }

    /** @throws dev.baton.action.ActionProblem {@code BAD_INPUT} when one of the addresses is private and not allowed */
    void requireAddresses(String host, List<InetAddress> addresses) {
        for (InetAddress address : addresses) {
            if (!PublicSpace.contains(address) && networks.stream().noneMatch(network -> network.contains(address))) {
                throw Problem.BAD_INPUT.because(host + " leads to " + address.getHostAddress()
                        + ", which is not a public address and not in " + SETTING + ", so it is not called");
            }
        }
    }

    /** {@code 192.0.2.1:8443} and {@code [2001:db8::1]:8443} name an address, too. */
    private static String withoutPort(String entry) {
        if (entry.startsWith("[") && entry.contains("]")) {
            return entry.substring(1, entry.indexOf(']'));
        }
        return entry.indexOf(':') == entry.lastIndexOf(':') ? entry.replaceFirst(":\\d+$", "") : entry;
    }
}
