package dev.baton.delegates.tls;

import dev.baton.action.ActionProblem;
import dev.baton.action.Command;
import dev.baton.action.Decisions;
import dev.baton.action.Delegate;
import dev.baton.action.Device;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Dialect;
import dev.baton.action.Finding;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.action.Session;
import dev.baton.action.net.TlsPeer;
import dev.baton.delegates.tls.Flaws.Looked;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Looks at the certificates of all TLS ports of a device. Only shakes hands, so repeating it is safe. */
@Component("checkCertificates")
@Delegate(
        name = "Check certificates",
        description =
                "Looks at the certificate of every listed port: its end, its chain and its names. Each flaw is a finding"
                        + " of the port, which is resolved when a later look does not see it any more.",
        inputs = CheckCertificatesInputs.class,
        outputs = {"certificateCount", "flawCount", "certificateTable"})
class CheckCertificates implements DeviceDelegate<CheckCertificatesInputs> {

    private static final int MOST_ROWS = 500;
    private static final String FLAW_COUNT = "flawCount";
    private static final String ROWS = "certificates";
    private static final Set<String> FLAWS =
            Set.of(Flaws.EXPIRING, Flaws.EXPIRED, Flaws.UNTRUSTED, Flaws.NAME_MISMATCH, Flaws.UNREAD);

    /** What tells that the port is at fault, not the question. */
    private static final Set<Problem> NO_CERTIFICATE =
            EnumSet.of(Problem.UNREACHABLE, Problem.TIMEOUT, Problem.CHECK_FAILED);

    private final Decisions decisions;
    private final InstantSource clock = InstantSource.system();

    CheckCertificates(Decisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public List<Command> render(Device device, Dialect dialect, CheckCertificatesInputs inputs) {
        return Services.of(device, inputs.services()).stream()
                .map(peer -> command(peer, inputs))
                .toList();
    }

    @Override
    public Result perform(Session session, CheckCertificatesInputs inputs) {
        List<TlsPeer> peers = Services.of(session.device(), inputs.services());
        Flaws flaws = new Flaws(decisions, inputs.policy(), session.device(), peers, clock.instant());
        List<Looked> looked = new ArrayList<>();
        List<Finding> unread = new ArrayList<>();
        for (TlsPeer peer : peers) {
            try {
                String report = session.send(command(peer, inputs)).output();
                looked.add(flaws.in(peer, Certificate.of(report)));
            } catch (ActionProblem problem) {
                if (!NO_CERTIFICATE.contains(problem.problem())) {
                    throw problem;
                }
                unread.add(flaws.unread(peer, problem.problem() + ": " + problem.reason()));
            }
        }
        List<Finding> findings = new ArrayList<>(unread);
        looked.forEach(one -> findings.addAll(one.findings()));
        return Result.unchanged(peers.size() + " TLS ports, " + looked.size() + " certificates seen, " + findings.size()
                        + " findings")
                .with(Map.of(ROWS, looked.stream().map(CheckCertificates::row).toList(), FLAW_COUNT, findings.size()))
                .checked(unread.isEmpty() ? FLAWS : Set.of(Flaws.UNREAD), findings);
    }

    @Override
    public Map<String, Object> summarise(Map<String, Result> results) {
        List<Map<String, Object>> table = new ArrayList<>();
        int flaws = 0;
        for (Map.Entry<String, Result> device : results.entrySet()) {
            flaws += device.getValue().facts().get(FLAW_COUNT) instanceof Number number ? number.intValue() : 0;
            if (device.getValue().facts().get(ROWS) instanceof List<?> rows) {
                for (Object row : rows) {
                    table.add(withDevice(device.getKey(), row));
                }
            }
        }
        return Map.of(
                "certificateCount",
                table.size(),
                FLAW_COUNT,
                flaws,
                "certificateTable",
                table.stream().limit(MOST_ROWS).toList());
    }

    private static Command command(TlsPeer peer, CheckCertificatesInputs inputs) {
        return peer.command().within(inputs.limit());
    }

    private static Map<String, Object> row(Looked one) {
        return Map.of(
                "port", one.peer().port(),
                "name", one.peer().name(),
                "subject", one.certificate().subject(),
                "notAfter", one.certificate().notAfter(),
                "daysLeft", one.certificate().daysLeft(),
                "urgency", one.urgency());
    }

    private static Map<String, Object> withDevice(String device, Object row) {
        Map<String, Object> all = new TreeMap<>(Map.of("device", device));
        if (row instanceof Map<?, ?> cells) {
            cells.forEach((column, cell) -> all.put(column.toString(), cell));
        }
        return all;
    }
}
