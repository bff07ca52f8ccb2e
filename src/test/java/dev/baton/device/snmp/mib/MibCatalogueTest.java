package dev.baton.device.snmp.mib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.action.ActionProblem;
import dev.baton.action.Mib;
import dev.baton.action.MibObject;
import dev.baton.delegates.firmware.vendor.Vendors;
import dev.baton.delegates.hardware.table.SourceCatalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MibCatalogueTest {

    private static final Path LAB = Path.of("main/resources/lab/snmp");

    @TempDir
    Path folder;

    private final Mib mib = new MibCatalogue(new MibSettings(null));

    @ParameterizedTest
    @CsvSource({
        "sysUpTime.0, 1.3.6.1.2.1.1.3.0",
        "ifOperStatus.2, 1.3.6.1.2.1.2.2.1.8.2",
        "IF-MIB::ifHCInOctets, 1.3.6.1.2.1.31.1.1.1.6",
        "IDRAC-MIB-SMIv2::virtualDiskState.1, 1.3.6.1.4.1.674.10892.5.5.1.20.140.1.1.4.1",
        ".1.3.6.1.2.1.1.5.0, 1.3.6.1.2.1.1.5.0"
    })
    void aNameStandsForItsNumber(String name, String oid) {
        assertThat(mib.oid(name)).isEqualTo(oid);
    }

    @Test
    void aNumberIsShownByName() {
        assertThat(mib.name("1.3.6.1.2.1.2.2.1.8.2")).isEqualTo("ifOperStatus.2");
        assertThat(mib.shown("1.3.6.1.2.1.2.2.1.8.2", "1")).isEqualTo("up(1)");
        assertThat(mib.shown("1.3.6.1.2.1.2.2.1.8.2", "77")).isEqualTo("77");
        assertThat(mib.name("1.3.6.1.4.1.99999.1")).isEqualTo("1.3.6.1.4.1.99999.1");
    }

    @Test
    void aNameThatIsUnknownAmbiguousOrHasNoNumericInstanceIsRefused() {
        assertThatThrownBy(() -> mib.oid("ifOperStatuss.2"))
                .isInstanceOf(ActionProblem.class)
                .hasMessageContaining("ifOperStatuss.2");
        assertThatThrownBy(() -> mib.oid("virtualDiskState.1")).hasMessageContaining("MODULE::name");
        assertThatThrownBy(() -> mib.oid("ifOperStatus.2; reboot")).hasMessageContaining("numeric");
    }

    @Test
    void everyVariableOfTheLabHasANameOfANamedModule() throws IOException {
        assertThat(labOids()).hasSizeGreaterThan(50).allSatisfy(oid -> {
            assertThat(mib.object(oid)).as(oid).isPresent();
            assertThat(mib.object(oid).orElseThrow().module()).isNotBlank();
        });
    }

    @Test
    void everyVariableThatIsReadOfHardwareAndFirmwareHasAName() {
        assertThat(Stream.concat(hardwareOids(), firmwareOids()))
                .hasSizeGreaterThan(200)
                .allSatisfy(oid -> assertThat(mib.object(oid)).as(oid).isPresent());
    }

    @Test
    void filesOfTheInstallationAddNamesAndWin() throws IOException {
        Files.writeString(folder.resolve("acme.yaml"), """
                module: ACME-MIB
                source: https://acme.example/mibs
                objects:
                  acmeFanState: {oid: 1.3.6.1.4.1.99999.1.2, values: {1: running, 2: stuck}}
                """);

        Mib own = new MibCatalogue(new MibSettings(folder));

        assertThat(own.shown("1.3.6.1.4.1.99999.1.2.7", "2")).isEqualTo("stuck(2)");
        assertThat(own.object(own.oid("acmeFanState.7")).map(MibObject::module)).contains("ACME-MIB");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "objects: {x: {oid: one.two}}",
                "objects: {x: {oid: 1.3, colour: blue}}",
                "other: {}",
                "objects: {}}"
            })
    void aFileThatIsNotUnderstoodIsNamed(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("bad.yaml"), "module: BAD-MIB\nsource: none\n" + content + "\n");

        assertThatThrownBy(() -> new MibCatalogue(new MibSettings(folder)))
                .isInstanceOf(BadMibException.class)
                .hasMessageContaining(file.toString());
    }

    private static List<String> labOids() throws IOException {
        try (Stream<Path> files = Files.list(LAB)) {
            return files.flatMap(MibCatalogueTest::lines)
                    .filter(line -> line.matches("\\d.*"))
                    .map(line -> line.split(" ")[0])
                    .toList();
        }
    }

    private static Stream<String> hardwareOids() {
        return new SourceCatalogue()
                .all().stream()
                        .flatMap(source -> source.tables().stream())
                        .flatMap(table -> table.columns().keySet().stream().map(table::oid));
    }

    private static Stream<String> firmwareOids() {
        return Stream.concat(
                Vendors.marks().stream(),
                Vendors.all().stream()
                        .flatMap(vendor -> Stream.concat(vendor.oids().stream(), vendor.columns().stream())));
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
