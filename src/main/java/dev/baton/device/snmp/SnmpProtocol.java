package dev.baton.device.snmp;

import dev.baton.action.Channel;
import dev.baton.action.Mib;
import dev.baton.action.Problem;
import dev.baton.device.DeviceLink;
import dev.baton.device.Protocol;
import dev.baton.device.snmp.usm.EngineIds;
import dev.baton.inventory.InventoryDevice;
import dev.baton.inventory.SnmpAccess;
import java.util.Set;
import org.springframework.stereotype.Component;

/** SNMP v1, v2c and v3. */
@Component
class SnmpProtocol implements Protocol {

    private final SnmpEngine engine;
    private final SnmpTargets targets;
    private final Addresses addresses;
    private final EngineIds engineIds;
    private final Mib mib;

    SnmpProtocol(SnmpEngine engine, SnmpTargets targets, Addresses addresses, EngineIds engineIds, Mib mib) {
        this.engine = engine;
        this.targets = targets;
        this.addresses = addresses;
        this.engineIds = engineIds;
        this.mib = mib;
    }

    @Override
    public Set<Channel> channels() {
        return Set.of(Channel.SNMP_GET, Channel.SNMP_GET_NEXT, Channel.SNMP_WALK, Channel.SNMP_SET);
    }

    @Override
    public DeviceLink open(InventoryDevice device) {
        SnmpAccess access = device.snmp();
        if (access == null) {
            throw Problem.UNSUPPORTED.because(device.name() + ": the inventory gives it no snmp access");
        }
        return new SnmpLink(
                new SnmpRequests(new SnmpPeer(device, access, engine, targets, addresses, engineIds), engine), mib);
    }
}
