package dev.baton.delegates.traffic;

import dev.baton.action.Problem;
import dev.baton.delegates.traffic.haproxy.Member;
import dev.baton.delegates.traffic.haproxy.ServerName;
import java.util.List;

/** Whether a backend can do without some of its servers. */
final class Capacity {

    private Capacity() {}

    /** Goes on when haproxy looks whether the server works: without that nothing shows that it is fit. */
    static void requireCheck(String device, Member member) {
        if (member.isUnchecked()) {
            throw Problem.CHECK_FAILED.because(device + ": haproxy has no health check for " + member.backend() + "/"
                    + member.server() + ", so nothing shows that it is fit");
        }
    }

    /** Goes on when enough others of every backend are up, and haproxy can tell later that the drained ones are fit again. */
    static void require(String device, List<ServerName> drained, List<Member> members, int minUp) {
        for (ServerName server : drained) {
            Member member = server.in(members, device);
            requireCheck(device, member);
            List<Member> others = members.stream()
                    .filter(other -> other.backend().equals(server.backend()))
                    .filter(other -> drained.stream().noneMatch(name -> name.names(other)))
                    .toList();
            long up = others.stream().filter(Member::isServing).count();
            if (up < minUp) {
                throw Problem.CHECK_FAILED.because(device + ": without " + server + " the backend would have " + up
                        + " of " + minUp + " wanted servers: "
                        + (others.isEmpty()
                                ? "it has no other"
                                : String.join(
                                        ", ",
                                        others.stream().map(Member::described).toList())));
            }
        }
    }
}
