package dev.baton.device.snmp;

import dev.baton.action.Channel;
import dev.baton.action.Problem;
import dev.baton.device.DeviceLink;
import dev.baton.device.Protocol;
import dev.baton.inventory.InventoryDevice;
import dev.baton.inventory.SnmpAccess;
import java.util.Set;
import org.springframework.stereotype.Component;

/** SNMP v2c and v3. */
@Component
class SnmpProtocol implements Protocol {

    private final SnmpEngine engine;
    private final SnmpTargets targets;

    SnmpProtocol(SnmpEngine engine, SnmpTargets targets) {
        this.engine = engine;
        this.targets = targets;
    }

    @Override
    public Set<Channel> channels() {
        return Set.of(Channel.SNMP_GET, Channel.SNMP_WALK, Channel.SNMP_SET);
    }

    @Override
    public DeviceLink open(InventoryDevice device) {
        SnmpAccess access = device.snmp();
        if (access == null) {
            throw Problem.UNSUPPORTED.because(device.name() + ": the inventory gives it no snmp access");
        }
        return new SnmpLink(device, new SnmpRequests(device, access, engine, targets));
    }
}
