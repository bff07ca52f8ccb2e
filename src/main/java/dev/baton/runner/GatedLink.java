package dev.baton.runner;

import dev.baton.action.ActionProblem;
import dev.baton.action.Answer;
import dev.baton.action.Channel;
import dev.baton.action.Command;
import dev.baton.action.Problem;
import dev.baton.device.Progress;
import dev.baton.device.RunLink;
import dev.baton.inventory.InventoryDevice;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A link that logs in only with credentials that are not barred, and tells the breakers what one attempt saw of its device. */
final class GatedLink implements RunLink {

    private static final Set<Channel> SNMP =
            EnumSet.of(Channel.SNMP_GET, Channel.SNMP_GET_NEXT, Channel.SNMP_WALK, Channel.SNMP_SET);

    private static final Set<Channel> SSH = EnumSet.of(
            Channel.EXEC,
            Channel.CLI,
            Channel.CLI_APART,
            Channel.NETCONF,
            Channel.NETCONF_APART,
            Channel.SFTP_READ,
            Channel.SFTP_FETCH,
            Channel.SFTP_COMPARE,
            Channel.SFTP_WRITE);

    private final RunLink link;
    private final String device;
    private final Map<String, String> logins;
    private final CredentialBreakers credentials;
    private final DeviceBreakers devices;
    private final Consumer<Set<String>> turn;
    private boolean loggedIn;
    private boolean reached;
    private @Nullable ActionProblem unreachable;

    /** @param turn returns when logins with these credentials were admitted */
    GatedLink(
            RunLink link,
            InventoryDevice device,
            CredentialBreakers credentials,
            DeviceBreakers devices,
            Consumer<Set<String>> turn) {
        this.link = link;
        this.device = device.name();
        this.logins = logins(device);
        this.credentials = credentials;
        this.devices = devices;
        this.turn = turn;
    }

    /** The hosts on the way to a device over SSH, and the credential of each. */
    private static Map<String, String> logins(InventoryDevice device) {
        Map<String, String> logins = new LinkedHashMap<>();
        for (InventoryDevice host = device; host != null && host.ssh() != null; ) {
            logins.put(host.name(), host.ssh().credential().name());
            host = host.ssh().jump();
        }
        return logins;
    }

    @Override
    public void connect(Command command) {
        if (loggedIn || !SSH.contains(command.channel())) {
            try {
                link.connect(command);
            } catch (ActionProblem problem) {
                throw observed(command, problem);
            }
        } else {
            logIn(command);
        }
    }

    private void logIn(Command command) {
        Set<String> needed = Set.copyOf(logins.values());
        turn.accept(needed);
        try {
            link.connect(command);
            loggedIn = true;
            reached = true;
            credentials.accepted(needed);
        } catch (ActionProblem problem) {
            throw observed(command, problem);
        } finally {
            credentials.left(needed);
        }
    }

    @Override
    public Answer send(Command command) {
        try {
            Answer answer = link.send(command);
            reached |= SSH.contains(command.channel()) || SNMP.contains(command.channel());
            return answer;
        } catch (ActionProblem problem) {
            throw observed(command, problem);
        }
    }

    private ActionProblem observed(Command command, ActionProblem problem) {
        boolean ssh = SSH.contains(command.channel());
        if (problem.problem() == Problem.AUTH_FAILED && ssh) {
            refused(problem);
        } else if (problem.problem() == Problem.UNREACHABLE && (ssh || SNMP.contains(command.channel()))) {
            unreachable = problem;
        }
        return problem;
    }

    /** A device that could not be reached just before comes back from a restart: that it knows nobody yet says little. */
    private void refused(ActionProblem problem) {
        reached = true;
        if (unreachable == null) {
            String host = logins.keySet().stream()
                    .filter(name -> problem.reason().startsWith(name + " (on the way to "))
                    .findFirst()
                    .orElse(device);
            credentials.refused(logins.getOrDefault(host, ""), problem.reason());
        }
    }

    /** What the attempt as a whole says about the device; an attempt that tried nothing says nothing. */
    void conclude() {
        if (reached) {
            devices.reached(device);
        } else if (unreachable != null) {
            devices.failed(device, unreachable.reason());
        }
    }

    @Override
    public void report(Progress progress) {
        link.report(progress);
    }

    @Override
    public void abort() {
        link.abort();
    }

    @Override
    public void keep() {
        link.keep();
    }

    @Override
    public void close() {
        loggedIn = false;
        link.close();
    }
}
