package dev.baton.device.ssh;

import dev.baton.action.Channel;
import dev.baton.action.Command;
import dev.baton.action.Problem;
import dev.baton.device.cli.ServerLogin;
import dev.baton.inventory.Credential;
import dev.baton.inventory.Inventory;
import dev.baton.secret.Secrets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The logins of file servers that devices fetch files from: a command says <code>{credential:NAME}@HOST</code>. */
@Component
class FileServers {

    private static final Pattern LOGIN =
            Pattern.compile("\\{credential:([A-Za-z0-9][A-Za-z0-9._-]{0,127})}@([A-Za-z0-9.-]{1,255})/");

    private final Inventory inventory;
    private final Secrets secrets;

    FileServers(Inventory inventory, Secrets secrets) {
        this.inventory = inventory;
        this.secrets = secrets;
    }

    /**
     * What a device is told for a command; null for one that names no file server.
     *
     * @throws dev.baton.action.ActionProblem {@code BAD_INPUT} for a credential that is not for that server
     */
    @Nullable
    ServerLogin login(Command command) {
        Matcher matcher = LOGIN.matcher(command.text());
        if (command.channel() != Channel.CLI || !matcher.find()) {
            return null;
        }
        String name = matcher.group(1);
        String host = matcher.group(2);
        Credential credential = inventory
                .credential(name)
                .orElseThrow(() -> Problem.BAD_INPUT.because("the inventory has no credential " + name));
        if (!(credential instanceof Credential.FileServer server)) {
            throw Problem.BAD_INPUT.because("the credential " + name + " is not of the type file-server");
        }
        if (server.hosts().stream().noneMatch(host::equalsIgnoreCase)) {
            throw Problem.BAD_INPUT.because("the credential " + name + " is for other hosts than " + host);
        }
        String typed = command.text().replace("{credential:" + name + "}", server.username());
        return new ServerLogin(typed, name, server.password(), secrets);
    }
}
