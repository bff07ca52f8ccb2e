package dev.baton.device.snmp.mib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.action.Mib;
import dev.baton.action.MibObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmiModuleTest {

    private static final String ROOT = """
            ACME-ROOT-MIB DEFINITIONS ::= BEGIN
            IMPORTS MODULE-IDENTITY, enterprises FROM SNMPv2-SMI;
            acme MODULE-IDENTITY
                LAST-UPDATED "202601010000Z"
                DESCRIPTION "All of ACME ::= { enterprises 1 }"
                ::= { enterprises 99999 }
            acmeProducts OBJECT IDENTIFIER ::= { acme products(2) 7 }
            elsewhere OBJECT IDENTIFIER ::= { iso org(3) dod(6) 1 }
            END
            """;
    private static final String FANS = """
            -- A comment
            ACME-FAN-MIB DEFINITIONS ::= BEGIN
            IMPORTS OBJECT-TYPE FROM SNMPv2-SMI acmeProducts FROM ACME-ROOT-MIB;
            AcmeState ::= TEXTUAL-CONVENTION
                STATUS current
                DESCRIPTION "A state -- not a comment"
                SYNTAX INTEGER { running(1), stuck(2), unknown(-1) }
            acmeFanTable OBJECT-TYPE
                SYNTAX SEQUENCE OF AcmeFanEntry
                MAX-ACCESS not-accessible
                ::= { acmeProducts 1 }
            acmeFanEntry OBJECT-TYPE SYNTAX AcmeFanEntry INDEX { acmeFanIndex } ::= { acmeFanTable 1 }
            AcmeFanEntry ::= SEQUENCE { acmeFanState AcmeState, acmeFanMode INTEGER }
            acmeFanState OBJECT-TYPE SYNTAX AcmeState MAX-ACCESS read-only ::= { acmeFanEntry 2 }
            acmeFanMode OBJECT-TYPE
                SYNTAX INTEGER { auto(1), -- usual
                                 full(2) }
                ::= { acmeFanEntry 3 }
            acmeFanName OBJECT-TYPE SYNTAX OCTET STRING (SIZE (0..32)) ::= { acmeFanEntry 4 }
            acmeFanAlarm NOTIFICATION-TYPE OBJECTS { acmeFanState } ::= { acmeProducts 0 1 }
            ifAcmeSpeed OBJECT-TYPE SYNTAX Gauge32 ::= { ifXTable 99 }
            END
            """;

    @TempDir
    Path folder;

    @Test
    void aFolderOfModulesGivesNamesTypesAndEnumerations() throws IOException {
        Files.writeString(folder.resolve("ACME-FAN-MIB.mib"), FANS);
        Files.writeString(folder.resolve("acme-root.txt"), ROOT);

        Mib mib = new MibCatalogue(new MibSettings(folder));

        String state = mib.oid("acmeFanState.3");
        assertThat(state).isEqualTo("1.3.6.1.4.1.99999.2.7.1.1.2.3");
        assertThat(mib.shown(state, "2")).isEqualTo("stuck(2)");
        assertThat(mib.shown(state, "-1")).isEqualTo("unknown(-1)");
        assertThat(mib.shown(mib.oid("acmeFanMode.3"), "2")).isEqualTo("full(2)");
        assertThat(mib.named("ACME-FAN-MIB::acmeFanName").map(MibObject::syntax))
                .contains("OCTET STRING");
        assertThat(mib.oid("acmeFanAlarm")).isEqualTo("1.3.6.1.4.1.99999.2.7.0.1");
        assertThat(mib.oid("elsewhere")).isEqualTo("1.3.6.1");
        assertThat(mib.oid("ifAcmeSpeed.1")).isEqualTo("1.3.6.1.2.1.31.1.1.99.1");
    }

    @Test
    void aModuleThatIsMissingIsToldWithTheNameThatNeedsIt() throws IOException {
        Files.writeString(folder.resolve("ACME-FAN-MIB.mib"), FANS);

        assertThatThrownBy(() -> new MibCatalogue(new MibSettings(folder)))
                .isInstanceOf(BadMibException.class)
                .hasMessageContaining("ACME-FAN-MIB")
                .hasMessageContaining("below acmeProducts, which no module of the folder defines");
    }

    @Test
    void namesThatStandBelowThemselvesAreRefused() throws IOException {
        Files.writeString(
                folder.resolve("loop.mib"),
                "LOOP-MIB DEFINITIONS ::= BEGIN a OBJECT IDENTIFIER ::= { b 1 } b OBJECT IDENTIFIER ::= { a 1 } END");

        assertThatThrownBy(() -> new MibCatalogue(new MibSettings(folder))).hasMessageContaining("below itself");
    }

    @Test
    void aFileThatIsNoModuleIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("README.txt"), "Put MIBs here.");

        assertThatThrownBy(() -> new MibCatalogue(new MibSettings(folder)))
                .isInstanceOf(BadMibException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("no MIB module");
    }
}
