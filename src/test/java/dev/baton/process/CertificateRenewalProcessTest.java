package dev.baton.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import dev.baton.action.Finding;
import dev.baton.action.Problem;
import dev.baton.action.Severity;
import dev.baton.testing.ProcedureEngine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The renewal of certificates, with the signing that it calls. */
class CertificateRenewalProcessTest {

    private static final List<String> REQUESTS = List.of("web1 QQ==", "web2 QQ==");
    private static final List<String> ISSUED = List.of("web1 Qg==", "web2 Qg==");

    @RegisterExtension
    static final ProcedureEngine ENGINE = new ProcedureEngine();

    @Test
    void renewedByWhoeverSignsWhatLiesInTheFolder() {
        ProcessInstance run = requested("folder");

        ENGINE.done("Task_CollectCertificates", collected(1));
        ENGINE.pass("IntermediateEvent_MinuteOver");
        ENGINE.done("Task_CollectCertificates", collected(0));
        Assertions.assertThat(ENGINE.input("Task_InstallCertificates", "certificates"))
                .isEqualTo(ISSUED);
        ENGINE.done("Task_InstallCertificates", Map.of());
        Assertions.assertThat(ENGINE.input("Task_CheckNewCertificates", "expected"))
                .isEqualTo("new");
        ENGINE.done("Task_CheckNewCertificates", Map.of());

        assertThat(run).isEnded().hasPassed("EndEvent_Proved", "EndEvent_Renewed");
        Assertions.assertThat(signingPassed(run, "EndEvent_Signed", "EndEvent_CertificatesThere"))
                .isTrue();
        Assertions.assertThat(ENGINE.findings()).isEmpty();
    }

    @Test
    void renewedByAStepCa() {
        ProcessInstance run = requested("https://ca.example.org:9000/1.0/sign");

        Assertions.assertThat(ENGINE.input("Task_CallSigner", "credential")).isEqualTo("step");
        ENGINE.done("Task_CallSigner", Map.of("issuedCertificates", ISSUED, "missingCount", 0));
        ENGINE.done("Task_InstallCertificates", Map.of());
        ENGINE.done("Task_CheckNewCertificates", Map.of());

        assertThat(run).isEnded().hasPassed("EndEvent_Renewed");
    }

    @Test
    void noTargetFound() {
        ENGINE.select();

        assertThat(start("folder")).isEnded().hasPassed("EndEvent_NoTargetFound");
    }

    @Test
    void notReadWhenAPortShowsNoCertificate() {
        ProcessInstance run = start("folder");

        ENGINE.failed("Task_ReadServedCertificates", Problem.UNREACHABLE, Map.of());

        assertThat(run).isEnded().hasPassed("EndEvent_NotRead").hasNotPassed("Task_ApproveRenewal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"reject", "changes", "", "Approve"})
    void renewalRefusedUnlessThePersonApproves(String decision) {
        ProcessInstance run = read("folder");

        ENGINE.decide("Task_ApproveRenewal", decision);

        assertThat(run).isEnded().hasPassed("EndEvent_RenewalRefused").hasNotPassed("CallActivity_SignCertificates");
    }

    @Test
    void notSignedWhenAHostMakesNoRequest() {
        ProcessInstance run = approved("folder");

        ENGINE.failed(
                "Task_MakeSigningRequests", Problem.COMMAND_REJECTED, Map.of("failureSummary", "web1: no openssl"));

        assertNotSigned(run, "EndEvent_RequestsNotMade");
        Assertions.assertThat(ENGINE.findings().get(0).message()).endsWith("no openssl");
    }

    @Test
    void notSignedWhenTheSignerRefuses() {
        ProcessInstance run = requested("https://ca.example.org:9000/1.0/sign");

        ENGINE.failed("Task_CallSigner", Problem.COMMAND_REJECTED, Map.of());

        assertNotSigned(run, "EndEvent_SignerRefused");
    }

    @Test
    void notSignedWhenWhatComesBackDoesNotFit() {
        ProcessInstance run = requested("folder");

        ENGINE.failed("Task_CollectCertificates", Problem.CHECK_FAILED, Map.of());

        assertNotSigned(run, "EndEvent_CertificateRefused");
    }

    @Test
    void notSignedWhenNobodySignsAndAnOperatorStops() {
        ProcessInstance run = requested("folder");

        ENGINE.done("Task_CollectCertificates", collected(2));
        ENGINE.pass("BoundaryEvent_PatienceOver");
        ENGINE.decide("Task_ReviewUnsignedRequests", "retry");
        ENGINE.done("Task_CollectCertificates", collected(2));
        ENGINE.pass("BoundaryEvent_PatienceOver");
        ENGINE.decide("Task_ReviewUnsignedRequests", "stop");

        assertNotSigned(run, "EndEvent_WaitingStopped");
    }

    @Test
    void rolledBackWhenTheNewCertificateIsNotServed() {
        ProcessInstance run = signed();

        ENGINE.done("Task_InstallCertificates", Map.of());
        ENGINE.failed("Task_CheckNewCertificates", Problem.CHECK_FAILED, Map.of());
        ENGINE.done("Task_RollBackCertificates", Map.of());
        Assertions.assertThat(ENGINE.input("Task_CheckOldCertificates", "expected"))
                .isEqualTo("old");
        ENGINE.done("Task_CheckOldCertificates", Map.of());

        assertThat(run).isEnded().hasPassed("EndEvent_OldServed", "EndEvent_RolledBack");
        assertFindings("certificate-renewal-failed", Severity.WARNING);
        Assertions.assertThat(ENGINE.findings().get(0).message()).endsWith("broken");
    }

    @Test
    void rollbackFailedWhenTheOldOneIsNotServedEither() {
        ProcessInstance run = signed();

        ENGINE.failed("Task_InstallCertificates", Problem.CHECK_FAILED, Map.of());
        ENGINE.done("Task_RollBackCertificates", Map.of());
        ENGINE.failed("Task_CheckOldCertificates", Problem.UNREACHABLE, Map.of());

        assertThat(run).isEnded().hasPassed("EndEvent_RollBackFailed");
        assertFindings("certificate-rollback-failed", Severity.CRITICAL);
    }

    @Test
    void startedByItselfTheSigningTouchesNoHost() {
        assertThat(ENGINE.start("certificate-signing", Map.of())).isEnded().hasPassed("EndEvent_NotApproved");
    }

    private static void assertNotSigned(ProcessInstance run, String signingEnd) {
        assertThat(run).isEnded().hasPassed("EndEvent_NotSigned").hasNotPassed("SubProcess_Install");
        Assertions.assertThat(signingPassed(run, signingEnd)).isTrue();
        assertFindings("certificate-not-signed", Severity.WARNING);
    }

    private static void assertFindings(String kind, Severity severity) {
        Assertions.assertThat(ENGINE.findings())
                .extracting(Finding::device, Finding::kind, Finding::severity)
                .containsExactly(Assertions.tuple("web1", kind, severity), Assertions.tuple("web2", kind, severity));
    }

    private static boolean signingPassed(ProcessInstance run, String... activities) {
        var history = ENGINE.engine().getHistoryService();
        String signing = history.createHistoricProcessInstanceQuery()
                .superProcessInstanceId(run.getId())
                .singleResult()
                .getId();
        return List.of(activities).stream()
                .allMatch(activity -> history.createHistoricActivityInstanceQuery()
                                .processInstanceId(signing)
                                .activityId(activity)
                                .count()
                        == 1);
    }

    private static Map<String, Object> collected(int missing) {
        return Map.of("issuedCertificates", missing == 0 ? ISSUED : List.of(), "missingCount", missing);
    }

    private static ProcessInstance signed() {
        ProcessInstance run = requested("folder");
        ENGINE.done("Task_CollectCertificates", collected(0));
        return run;
    }

    private static ProcessInstance requested(String signer) {
        ProcessInstance run = approved(signer);
        ENGINE.done("Task_MakeSigningRequests", Map.of("signingRequests", REQUESTS));
        return run;
    }

    private static ProcessInstance approved(String signer) {
        ProcessInstance run = read(signer);
        ENGINE.decide("Task_ApproveRenewal", "approve");
        return run;
    }

    private static ProcessInstance read(String signer) {
        ProcessInstance run = start(signer);
        ENGINE.done("Task_ReadServedCertificates", Map.of("certificateTable", List.of()));
        return run;
    }

    private static ProcessInstance start(String signer) {
        return ENGINE.start("certificate-renewal", inputs(signer));
    }

    private static Map<String, Object> inputs(String signer) {
        Map<String, Object> inputs = new HashMap<>(Map.of("query", "role = web", "signer", signer));
        inputs.putAll(Map.of("service", "port 443", "names", "{device}", "keyKind", "ec-p256"));
        inputs.putAll(Map.of("certificate", "/etc/tls/{device}.crt", "key", "/etc/tls/{device}.key"));
        inputs.putAll(Map.of("server", "nginx", "configuration", "default", "unit", "nginx.service"));
        inputs.putAll(Map.of("authority", "ca.pem", "signerCredential", "step", "patience", "P1D"));
        return inputs;
    }
}
