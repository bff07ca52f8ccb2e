package dev.baton.delegates.traffic.haproxy;

import dev.baton.action.Problem;
import dev.baton.action.TargetSets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A server of a backend, written as haproxy takes it: {@code web/web1}. */
public record ServerName(String backend, String server) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.:-]+");

    public ServerName {
        requireName(backend);
        requireName(server);
    }

    /** Every server in every backend; without names, the devices of the set give theirs. */
    public static List<ServerName> of(
            List<String> backends, List<String> servers, @Nullable String hosts, TargetSets sets) {
        if (servers.isEmpty() && hosts == null) {
            throw Problem.BAD_INPUT.because("neither hosts nor servers are named");
        }
        List<String> names =
                servers.isEmpty() && hosts != null ? sets.get(hosts).devices() : servers;
        return backends.stream()
                .flatMap(backend -> names.stream().map(name -> new ServerName(backend, name)))
                .toList();
    }

    public boolean names(Member member) {
        return member.backend().equals(backend) && member.server().equals(server);
    }

    /** Its row among those of the load balancer. */
    public Member in(List<Member> members, String device) {
        return members.stream()
                .filter(this::names)
                .findFirst()
                .orElseThrow(() -> Problem.CHECK_FAILED.because(device + ": haproxy has no server " + this
                        + "; it has "
                        + members.stream()
                                .map(member -> member.backend() + "/" + member.server())
                                .toList()));
    }

    private static void requireName(String text) {
        if (!NAME.matcher(text).matches()) {
            throw Problem.BAD_INPUT.because(
                    "a name of haproxy has letters, digits and _.:- only, not \"" + text + "\"");
        }
    }

    @Override
    public String toString() {
        return backend + "/" + server;
    }
}
