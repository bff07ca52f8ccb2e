package dev.baton.run;

import dev.baton.engine.TargetCheck;
import dev.baton.inventory.BadQueryException;
import dev.baton.inventory.Credential.SnmpCommunity;
import dev.baton.inventory.Inventory;
import dev.baton.inventory.InventoryDevice;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Asks the inventory of this moment. */
@Component
final class InventoryTargetCheck implements TargetCheck {

    private static final String SETS_OVER_SNMP = "writeSnmp";
    private static final int NAMED = 10;

    private final Inventory inventory;

    InventoryTargetCheck(Inventory inventory) {
        this.inventory = inventory;
    }

    @Override
    public Optional<String> complaint(String query, Set<String> delegates) {
        try {
            List<InventoryDevice> devices = inventory.select(query);
            if (devices.isEmpty()) {
                return Optional.of(nothing(query));
            }
            return delegates.contains(SETS_OVER_SNMP) ? unsettable(devices) : Optional.empty();
        } catch (BadQueryException e) {
            return Optional.of("the device query \"" + query + "\" is wrong, " + e.getMessage());
        }
    }

    private static String nothing(String query) {
        return query.isBlank() ? "the inventory has no device" : "no device matches \"" + query + "\"";
    }

    /** A community goes over the wire in clear text: whoever reads it could set what Baton sets. */
    private static Optional<String> unsettable(List<InventoryDevice> devices) {
        List<String> readOnly = devices.stream()
                .filter(InventoryTargetCheck::isReadOnly)
                .map(InventoryDevice::name)
                .toList();
        if (readOnly.isEmpty()) {
            return Optional.empty();
        }
        String names = readOnly.stream().limit(NAMED).collect(Collectors.joining(", "));
        String more = readOnly.size() > NAMED ? " and " + (readOnly.size() - NAMED) + " more" : "";
        return Optional.of("this procedure sets values over SNMP, and of " + devices.size() + " devices "
                + readOnly.size()
                + " have only a community, which travels in clear text and may not set anything: " + names + more
                + "; give them an snmp-v3 credential in the inventory");
    }

    private static boolean isReadOnly(InventoryDevice device) {
        return device.snmp() != null
                && device.snmp().credential() instanceof SnmpCommunity community
                && !community.writable();
    }
}
