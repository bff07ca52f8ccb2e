package dev.baton.delegates.tls;

import dev.baton.action.Decisions;
import dev.baton.action.Device;
import dev.baton.action.Finding;
import dev.baton.action.Problem;
import dev.baton.action.Severity;
import dev.baton.action.net.TlsPeer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What is wrong with the certificate of a port, or soon will be.
 *
 * @param peers all services of the device that are looked at
 */
record Flaws(Decisions decisions, String table, Device device, List<TlsPeer> peers, Instant now) {

    static final String EXPIRING = "certificate-expiring";
    static final String EXPIRED = "certificate-expired";
    static final String UNTRUSTED = "certificate-untrusted";
    static final String NAME_MISMATCH = "certificate-name-mismatch";
    static final String UNREAD = "certificate-unread";

    /** A certificate and its findings. @param urgency as the table calls it */
    record Looked(TlsPeer peer, Certificate certificate, String urgency, List<Finding> findings) {}

    /** The port, and the name where the port is asked for several. */
    private String part(TlsPeer peer) {
        boolean alone =
                peers.stream().filter(other -> other.port() == peer.port()).count() == 1;
        return "port " + peer.port() + (alone ? "" : ", " + peer.name());
    }

    Looked in(TlsPeer peer, Certificate certificate) {
        boolean expired = certificate.validity().equals("expired");
        Map<String, Object> decided = decided(certificate, expired);
        String urgency = String.valueOf(decided.getOrDefault("urgency", "none"));
        List<Finding> findings = new ArrayList<>();
        if (!urgency.equals("none")) {
            findings.add(finding(
                    expired ? EXPIRED : EXPIRING,
                    peer,
                    severity(decided),
                    expired
                            ? "expired on " + certificate.notAfter()
                            : "expires in " + certificate.daysLeft() + " days, on " + certificate.notAfter(),
                    certificate));
        }
        if (certificate.validity().equals("not-yet-valid")) {
            findings.add(finding(UNTRUSTED, peer, Severity.WARNING, "is not yet valid", certificate));
        } else if (!certificate.trusted()) {
            findings.add(finding(UNTRUSTED, peer, Severity.WARNING, "is " + certificate.chain(), certificate));
        }
        if (!certificate.named()) {
            findings.add(finding(
                    NAME_MISMATCH,
                    peer,
                    Severity.WARNING,
                    "does not name " + peer.name() + ": " + certificate.name(),
                    certificate));
        }
        return new Looked(peer, certificate, urgency, findings);
    }

    Finding unread(TlsPeer peer, String reason) {
        return new Finding(
                device.name(),
                UNREAD,
                part(peer),
                Severity.WARNING,
                "Nobody knows which certificate port " + peer.port() + " presents: " + reason);
    }

    private Map<String, Object> decided(Certificate certificate, boolean expired) {
        Map<String, Object> decided = decisions.decide(
                table,
                Map.of(
                        "expired",
                        expired,
                        "daysLeft",
                        (int) certificate.daysLeft(),
                        "shareLeft",
                        certificate.shareLeft(now),
                        "criticality",
                        device.criticality().name().toLowerCase(Locale.ROOT)));
        if (decided.isEmpty()) {
            throw Problem.BAD_INPUT.because(
                    "no row of the decision table " + table + " fits " + certificate.daysLeft() + " days left");
        }
        return decided;
    }

    private static Severity severity(Map<String, Object> decided) {
        return Severity.valueOf(String.valueOf(decided.get("severity")));
    }

    private Finding finding(String kind, TlsPeer peer, Severity severity, String what, Certificate certificate) {
        return new Finding(
                        device.name(),
                        kind,
                        part(peer),
                        severity,
                        "The certificate of port " + peer.port() + " " + what + ".")
                .seen(certificate.toString());
    }
}
