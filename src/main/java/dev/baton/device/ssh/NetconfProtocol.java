package dev.baton.device.ssh;

import dev.baton.action.Channel;
import dev.baton.action.Problem;
import dev.baton.device.DeviceLink;
import dev.baton.device.Protocol;
import dev.baton.inventory.InventoryDevice;
import dev.baton.inventory.SshAccess;
import java.util.Set;
import org.springframework.stereotype.Component;

/** NETCONF over SSH, on its own port and so over a connection of its own. */
@Component
class NetconfProtocol implements Protocol {

    private final SshProtocol ssh;

    NetconfProtocol(SshProtocol ssh) {
        this.ssh = ssh;
    }

    @Override
    public Set<Channel> channels() {
        return Set.of(Channel.NETCONF, Channel.NETCONF_APART);
    }

    @Override
    public DeviceLink open(InventoryDevice device) {
        SshAccess access = device.ssh();
        if (access == null) {
            throw Problem.UNSUPPORTED.because(device.name() + ": the inventory gives it no ssh access");
        }
        return ssh.open(device.overNetconfPort());
    }
}
