package dev.baton.runner;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * How many logins with a credential of unknown worth may be under way or lately refused on all nodes together: each takes one of
 * as many leases as refusals are allowed, and a refused one keeps its lease for as long as it counts.
 */
@Component
class LoginSlots {

    private static final String REFUSED = "refused";

    private final Leases leases;
    private final JdbcTemplate jdbc;
    private final Node node;
    private final BreakerSettings settings;

    LoginSlots(Leases leases, JdbcTemplate jdbc, Node node, BreakerSettings settings) {
        this.leases = leases;
        this.jdbc = jdbc;
        this.node = node;
        this.settings = settings;
    }

    /** Empty while logins of this node or another one have to be waited for. */
    Optional<Lease> take(String credential) {
        for (int slot = 1; slot <= settings.refusedLogins(); slot++) {
            Optional<Lease> taken = leases.acquire(prefix(credential) + slot, holder());
            if (taken.isPresent()) {
                return taken;
            }
        }
        return Optional.empty();
    }

    /** The one login that decides when the bar of a credential is over. */
    Optional<Lease> takeDeciding(String credential) {
        return leases.acquire(prefix(credential) + "deciding", holder());
    }

    void giveBack(Lease slot) {
        leases.release(slot);
    }

    /** Counts a refusal. @return how many count now */
    int refused(String credential, Optional<Lease> slot) {
        slot.or(() -> take(credential)).ifPresent(kept -> leases.block(kept, settings.within(), REFUSED));
        Integer counted = jdbc.queryForObject(
                "select count(*) from baton_lease where resource like ? and holder = ? and expires_at > current_timestamp",
                Integer.class,
                prefix(credential).replace("_", "\\_") + "%",
                REFUSED);
        return counted == null ? 0 : counted;
    }

    private String holder() {
        return node.id() + "#" + UUID.randomUUID().toString().substring(0, 8);
    }

    private static String prefix(String credential) {
        return "login " + credential + " ";
    }
}
