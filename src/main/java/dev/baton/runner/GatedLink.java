package dev.baton.runner;

import dev.baton.action.ActionProblem;
import dev.baton.action.Answer;
import dev.baton.action.Channel;
import dev.baton.action.Command;
import dev.baton.action.Privilege;
import dev.baton.action.Problem;
import dev.baton.device.Progress;
import dev.baton.device.RunLink;
import dev.baton.inventory.InventoryDevice;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A link that logs in only with credentials that are not barred, and tells the breakers what one attempt saw of its device. */
final class GatedLink implements RunLink {

    private static final Set<Channel> SNMP =
            EnumSet.of(Channel.SNMP_GET, Channel.SNMP_GET_NEXT, Channel.SNMP_WALK, Channel.SNMP_SET);

    private static final Set<Channel> SSH = EnumSet.of(
            Channel.EXEC,
            Channel.SECRET_INPUT,
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
    private final Function<Set<String>, LoginTurn> turns;
    private boolean elevated;
    private boolean reached;
    private @Nullable ActionProblem unreachable;

    /** @param turns returns when a login with these credentials is admitted */
    GatedLink(
            RunLink link,
            InventoryDevice device,
            CredentialBreakers credentials,
            DeviceBreakers devices,
            Function<Set<String>, LoginTurn> turns) {
        this.link = link;
        this.device = device.name();
        this.logins = logins(device);
        this.credentials = credentials;
        this.devices = devices;
        this.turns = turns;
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
        boolean proven = link.connected(command) && (elevated || !Privilege.wantsPassword(command));
        if (SSH.contains(command.channel()) && !proven) {
            logIn(command);
            return;
        }
        try {
            link.connect(command);
        } catch (ActionProblem problem) {
            throw observed(command, problem, Optional.empty());
        }
    }

    private void logIn(Command command) {
        LoginTurn turn = turns.apply(Set.copyOf(logins.values()));
        try {
            link.connect(command);
            elevated |= Privilege.wantsPassword(command);
            reached = true;
            credentials.accepted(turn);
        } catch (ActionProblem problem) {
            throw observed(command, problem, Optional.of(turn));
        } finally {
            credentials.left(turn);
        }
    }

    @Override
    public Answer send(Command command) {
        try {
            Answer answer = link.send(command);
            reached |= SSH.contains(command.channel()) || SNMP.contains(command.channel());
            return answer;
        } catch (ActionProblem problem) {
            throw observed(command, problem, Optional.empty());
        }
    }

    /** Over SNMP there is no login to wait for. */
    @Override
    public CompletableFuture<Answer> sendAsync(Command command) {
        if (!SNMP.contains(command.channel())) {
            return RunLink.super.sendAsync(command);
        }
        return link.sendAsync(command).whenComplete((answer, failure) -> {
            if (failure == null) {
                reached = true;
            } else if (Attempts.cause(failure) instanceof ActionProblem problem) {
                observed(command, problem, Optional.empty());
            }
        });
    }

    private ActionProblem observed(Command command, ActionProblem problem, Optional<LoginTurn> turn) {
        boolean ssh = SSH.contains(command.channel());
        if (problem.problem() == Problem.AUTH_FAILED && ssh) {
            refused(problem, turn);
        } else if (problem.problem() == Problem.UNREACHABLE && (ssh || SNMP.contains(command.channel()))) {
            unreachable = problem;
        }
        return problem;
    }

    /** A device that could not be reached just before comes back from a restart: that it knows nobody yet says little. */
    private void refused(ActionProblem problem, Optional<LoginTurn> turn) {
        reached = true;
        if (unreachable == null) {
            String host = logins.keySet().stream()
                    .filter(name -> problem.reason().startsWith(name + " (on the way to "))
                    .findFirst()
                    .orElse(device);
            String credential = logins.getOrDefault(host, "");
            credentials.refused(credential, turn.flatMap(held -> held.keep(credential)), problem.reason());
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
        elevated = false;
        link.close();
    }
}
