package dev.baton.delegates.netconf;

import dev.baton.action.Command;
import dev.baton.action.Content;
import dev.baton.action.Problem;
import dev.baton.action.netconf.Netconf;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The commands of one change over NETCONF. */
record Edit(NetconfEditConfigInputs inputs, Subtree config, Subtree expected) {

    private static final int DISTINCT = 10;

    static Edit of(NetconfEditConfigInputs inputs) {
        Duration back = Duration.ofMinutes(inputs.rollbackAfter());
        if (inputs.settle().compareTo(back.dividedBy(2)) > 0) {
            throw Problem.BAD_INPUT.because("the settling time " + inputs.settle() + " leaves too little of the "
                    + inputs.rollbackAfter() + " min after which the device takes the change back");
        }
        Subtree config = Subtree.read("config", inputs.config());
        String expected = inputs.expected();
        return new Edit(inputs, config, expected == null ? config : Subtree.read("expected", expected));
    }

    /** Everything that may be sent; which of it, the capabilities of the device decide. */
    List<Command> all() {
        List<Command> all = new ArrayList<>(List.of(Netconf.hello(), running(), Netconf.lock("running")));
        all.addAll(List.of(Netconf.lock("candidate"), change(), Netconf.discard()));
        if (inputs.dryRun()) {
            all.add(Netconf.validate());
        } else {
            all.addAll(List.of(
                    tryNamed(),
                    Netconf.confirm(name()),
                    Netconf.cancel(name()),
                    tryHeld(),
                    running().apart()));
            all.add(Netconf.confirm());
            if (inputs.save()) {
                all.add(Netconf.save());
            }
        }
        return all;
    }

    Command running() {
        return Netconf.getConfig("running", config.filterOfNames(expected));
    }

    /** @param shown what the device answered to {@link #running} */
    List<String> missingIn(String device, String shown) {
        return expected.missingIn(Subtree.answered(device, shown));
    }

    Command change() {
        return Netconf.edit(inputs.defaultOperation().word(), config.xml());
    }

    Command tryNamed() {
        return Netconf.tryCommit(limit(), name());
    }

    Command tryHeld() {
        return Netconf.tryCommit(limit());
    }

    Command confirmNamed() {
        return Netconf.confirm(name());
    }

    Command cancelNamed() {
        return Netconf.cancel(name());
    }

    Duration limit() {
        return Duration.ofMinutes(inputs.rollbackAfter());
    }

    private String name() {
        return "baton-" + Content.of(config.xml()).sha256().substring(0, DISTINCT);
    }
}
