package dev.baton.device.snmp;

import dev.baton.action.ActionProblem;
import dev.baton.action.Problem;
import java.util.Map;
import org.snmp4j.PDU;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.smi.OID;

/** What an SNMPv3 engine reports instead of an answer; the request was not executed. */
final class Reports {

    private static final Map<OID, String> REFUSALS = Map.of(
            SnmpConstants.usmStatsUnknownUserNames, "the device does not know the user of %s",
            SnmpConstants.usmStatsWrongDigests, "the authentication pass phrase or protocol of %s is wrong",
            SnmpConstants.usmStatsDecryptionErrors, "the privacy pass phrase or protocol of %s is wrong",
            SnmpConstants.usmStatsUnsupportedSecLevels, "the device does not offer the security level of %s");

    private Reports() {}

    static boolean isReport(PDU response) {
        return response.getType() == PDU.REPORT;
    }

    /** Whether another engine answers than the one whose keys were used, e.g. after a replacement. */
    static boolean tellsOfAnotherEngine(PDU response) {
        OID reason = reason(response);
        return isReport(response)
                && (SnmpConstants.usmStatsUnknownEngineIDs.equals(reason)
                        || SnmpConstants.usmStatsWrongDigests.equals(reason));
    }

    static ActionProblem problem(PDU report, String what, String credential) {
        OID reason = reason(report);
        String refusal = REFUSALS.get(reason);
        if (refusal != null) {
            return Problem.AUTH_FAILED.because(what + refusal.formatted(credential));
        }
        if (SnmpConstants.usmStatsNotInTimeWindows.equals(reason)) {
            return Problem.UNREACHABLE.because(what
                    + "its engine clock is not in step even after a new look at it: two devices with one engine id?");
        }
        return Problem.UNREACHABLE.because(what + "the device sent the report " + reason.toDottedString());
    }

    private static OID reason(PDU report) {
        return report.size() > 0 ? report.get(0).getOid() : new OID();
    }
}
