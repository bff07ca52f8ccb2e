package dev.baton.device.trust.approved;

import dev.baton.device.trust.HostTrusts;
import dev.baton.device.trust.InventoryTrust;
import dev.baton.device.trust.TrustInForce;
import dev.baton.device.trust.approved.HostKeyViews.Approval;
import dev.baton.inventory.SshAccess;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The trust of the inventory with the keys that people approved over it; an approval ends when the inventory changes. */
@Component
public class ApprovedHostKeys implements HostTrusts {

    private final HostKeyTable table;
    // By device, what the inventory trusts there: met keys that are over as soon as the device is connected.
    private final Map<String, String> over = new ConcurrentHashMap<>();

    ApprovedHostKeys(HostKeyTable table) {
        this.table = table;
    }

    @Override
    public TrustInForce of(String device, String address, SshAccess access) throws IOException {
        TrustInForce inventory = InventoryTrust.of(device, address, access);
        List<HostKeyRow> rows = table.of(device);
        if (rows.stream().anyMatch(row -> row.overUnder(inventory.inventory()))) {
            over.put(device, inventory.inventory());
        }
        return inForce(rows, inventory);
    }

    /** The same for whoever only looks. */
    TrustInForce seen(String device, String address, SshAccess access) throws IOException {
        return inForce(table.of(device), InventoryTrust.of(device, address, access));
    }

    private static TrustInForce inForce(List<HostKeyRow> rows, TrustInForce inventory) {
        return HostKeyRow.approved(rows, inventory.inventory())
                .map(row -> inventory.approved(row.offered(), row.keyType()))
                .orElse(inventory);
    }

    /** Who approved the key that is in force, if it is not the inventory's. */
    Optional<Approval> approval(String device, TrustInForce trust) {
        return HostKeyRow.approved(table.of(device), trust.inventory())
                .map(row -> new Approval(row.decidedBy(), row.decidedAt(), row.decidedIn(), row.decisionReason()));
    }

    /**
     * To be told after every connection: closes what was decided before it.
     *
     * @return whether the device had changed keys and has none that is left to decide
     */
    public boolean connected(String device) {
        String inventory = over.remove(device);
        return inventory != null && table.close(device, inventory);
    }
}
