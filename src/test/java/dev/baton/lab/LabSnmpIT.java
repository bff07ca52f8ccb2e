package dev.baton.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.inventory.Credential;
import dev.baton.inventory.Inventories;
import dev.baton.inventory.InventoryDevice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snmp4j.CommunityTarget;
import org.snmp4j.MessageDispatcherImpl;
import org.snmp4j.PDU;
import org.snmp4j.ScopedPDU;
import org.snmp4j.Snmp;
import org.snmp4j.Target;
import org.snmp4j.UserTarget;
import org.snmp4j.mp.MPv3;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.security.AuthHMAC192SHA256;
import org.snmp4j.security.PrivAES128;
import org.snmp4j.security.SecurityLevel;
import org.snmp4j.security.SecurityProtocols;
import org.snmp4j.security.USM;
import org.snmp4j.security.UsmUser;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.smi.VariableBinding;
import org.snmp4j.transport.DefaultUdpTransportMapping;
import org.snmp4j.util.DefaultPDUFactory;
import org.snmp4j.util.TreeUtils;

class LabSnmpIT {

    private static final OID SYS_NAME = new OID("1.3.6.1.2.1.1.5.0");
    private static final OID DRIVES = new OID("1.3.6.1.4.1.674.10893.1.20.130.4.1.4");

    @TempDir
    static Path folder;

    private static Lab lab;
    private static Map<String, InventoryDevice> devices;

    @BeforeAll
    static void startTheLab() {
        lab = new Lab(new LabSettings(true, folder.toString(), null, 0, false));
        devices = Inventories.read(lab.files().get(0));
    }

    @AfterAll
    static void stopTheLab() {
        lab.close();
    }

    @Test
    void aHostAnswersItsCommunityAndNoOther() throws IOException {
        assertThat(get(community("web-01", secret("web-01")), new PDU(), SYS_NAME))
                .isEqualTo("web-01");
        assertThat(get(community("web-01", "public"), new PDU(), SYS_NAME)).isNull();
    }

    @Test
    void theStorageBoxTellsItsFailingDriveByVersionThree() throws IOException {
        try (Snmp snmp = secured("storage-01", secret("storage-01"))) {
            var rows = new TreeUtils(snmp, new DefaultPDUFactory(PDU.GETBULK)).getSubtree(user("storage-01"), DRIVES);

            assertThat(rows.stream()
                            .flatMap(row -> row.getVariableBindings() == null
                                    ? java.util.stream.Stream.empty()
                                    : List.of(row.getVariableBindings()).stream())
                            .map(VariableBinding::toValueString))
                    .containsExactly("3", "3", "3", "34");
        }
    }

    @Test
    void aWrongPassPhraseGetsNoValue() throws IOException {
        try (Snmp snmp = secured("core-sw1", "another pass phrase")) {
            PDU answer = snmp.send(request(new ScopedPDU(), SYS_NAME), user("core-sw1"))
                    .getResponse();

            assertThat(answer == null || answer.getType() == PDU.REPORT).isTrue();
        }
    }

    @Test
    void aWritableVariableIsSetAndAnotherIsNot() throws IOException {
        Target<UdpAddress> target = community("access-sw1", secret("access-sw1"));
        try (Snmp snmp = new Snmp(new DefaultUdpTransportMapping())) {
            snmp.listen();
            PDU alias = new PDU();
            alias.setType(PDU.SET);
            alias.add(new VariableBinding(new OID("1.3.6.1.2.1.31.1.1.1.18.10103"), new OctetString("spare")));
            assertThat(snmp.set(alias, target).getResponse().getErrorStatus()).isEqualTo(PDU.noError);
            PDU uptime = new PDU();
            uptime.setType(PDU.SET);
            uptime.add(new VariableBinding(new OID("1.3.6.1.2.1.1.7.0"), new Integer32(1)));
            assertThat(snmp.set(uptime, target).getResponse().getErrorStatus()).isEqualTo(PDU.notWritable);
        }
        assertThat(get(target, new PDU(), new OID("1.3.6.1.2.1.31.1.1.1.18.10103")))
                .isEqualTo("spare");
        assertThat(lab.log("access-sw1"))
                .anySatisfy(line -> assertThat(line.text()).startsWith("SET 1.3.6.1.2.1.31.1.1.1.18.10103=spare"));
    }

    private static String get(Target<UdpAddress> target, PDU pdu, OID oid) throws IOException {
        try (Snmp snmp = new Snmp(new DefaultUdpTransportMapping())) {
            snmp.listen();
            PDU answer = snmp.send(request(pdu, oid), target).getResponse();
            return answer == null ? null : answer.get(0).toValueString();
        }
    }

    private static PDU request(PDU pdu, OID oid) {
        pdu.setType(PDU.GET);
        pdu.add(new VariableBinding(oid));
        return pdu;
    }

    private static Target<UdpAddress> community(String device, String community) {
        Target<UdpAddress> target = new CommunityTarget<>(address(device), new OctetString(community));
        target.setVersion(SnmpConstants.version2c);
        target.setTimeout(500);
        return target;
    }

    private static Target<UdpAddress> user(String device) {
        UserTarget<UdpAddress> target = new UserTarget<>();
        target.setAddress(address(device));
        target.setVersion(SnmpConstants.version3);
        target.setSecurityLevel(SecurityLevel.AUTH_PRIV);
        target.setSecurityName(new OctetString("baton"));
        target.setTimeout(1_000);
        return target;
    }

    private static Snmp secured(String device, String passPhrase) throws IOException {
        Snmp snmp = new Snmp(new MessageDispatcherImpl(), new DefaultUdpTransportMapping());
        SecurityProtocols protocols = new SecurityProtocols(SecurityProtocols.SecurityProtocolSet.maxCompatibility);
        USM usm = new USM(protocols, new OctetString(MPv3.createLocalEngineID()), 0);
        MPv3 model = new MPv3(usm);
        model.setSecurityProtocols(protocols);
        snmp.getMessageDispatcher().addMessageProcessingModel(model);
        Credential.SnmpUser user =
                (Credential.SnmpUser) devices.get(device).snmp().credential();
        usm.addUser(new UsmUser(
                new OctetString(user.username()),
                AuthHMAC192SHA256.ID,
                new OctetString(passPhrase),
                PrivAES128.ID,
                new OctetString(LabClient.read(user.privacy().secret()))));
        snmp.listen();
        return snmp;
    }

    private static String secret(String device) {
        return devices.get(device).snmp().credential() instanceof Credential.SnmpCommunity community
                ? LabClient.read(community.community())
                : LabClient.read(
                        ((Credential.SnmpUser) devices.get(device).snmp().credential())
                                .auth()
                                .secret());
    }

    private static UdpAddress address(String device) {
        return new UdpAddress("127.0.0.1/" + devices.get(device).snmp().port());
    }
}
