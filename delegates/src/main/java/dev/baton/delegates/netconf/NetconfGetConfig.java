package dev.baton.delegates.netconf;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.ConfigStore;
import dev.baton.action.ConfigStore.Dump;
import dev.baton.action.ConfigStore.Revision;
import dev.baton.action.Content;
import dev.baton.action.Delegate;
import dev.baton.action.Device;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Dialect;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.action.Session;
import dev.baton.action.netconf.Netconf;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Fetches a configuration over NETCONF. Only reads the device, so repeating it is safe. */
@Component("netconfGetConfig")
@Delegate(
        name = "Get configuration by NETCONF",
        description = "Fetches each device's configuration, or a part of it, over NETCONF, and keeps it as a revision"
                + " where that is wanted. Passwords, keys and communities are replaced by a hash.",
        inputs = NetconfGetConfigInputs.class)
class NetconfGetConfig implements DeviceDelegate<NetconfGetConfigInputs> {

    private static final int KEPT = 4_000;

    private final ConfigStore configs;

    NetconfGetConfig(ConfigStore configs) {
        this.configs = configs;
    }

    @Override
    public List<Command> render(Device device, Dialect dialect, NetconfGetConfigInputs inputs) {
        String filter = inputs.filter();
        String part = filter == null ? "" : Subtree.read("filter", filter).filter();
        return List.of(Netconf.getConfig(inputs.source().element(), part));
    }

    @Override
    public Result interpret(Session session, NetconfGetConfigInputs inputs, List<Answer> answers) {
        String device = session.device().name();
        String config = session.dialect().withoutSecrets(answers.get(0).output());
        if (!config.startsWith("<data")) {
            throw Problem.ANSWER_INCOMPLETE.because(device + ": wanted the element data, got "
                    + config.lines().findFirst().orElse("nothing"));
        }
        Map<String, Object> facts = new HashMap<>(Map.of(
                "sha256",
                Content.of(config).sha256(),
                "config",
                config.length() <= KEPT ? config : config.substring(0, KEPT) + "..."));
        if (!inputs.keep()) {
            return Result.unchanged("got " + config.length() + " characters").with(facts);
        }
        Revision revision = configs.save(new Dump(session.run(), device, config, "NETCONF"));
        facts.put("revision", revision.number());
        facts.put("configChanged", revision.changed());
        return Result.unchanged(
                        revision.changed()
                                ? "revision " + revision.number()
                                : "unchanged since revision " + revision.number())
                .with(facts);
    }
}
