package dev.baton.procedure.check.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.procedure.check.Origin;
import dev.baton.procedure.check.Violation;
import dev.baton.procedure.source.SourceFile;
import dev.baton.testing.ShippedProcedures;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A step brings the decision table that it asks for each device. */
class PoliciesTest {

    private final ChecksFixture checks = new ChecksFixture();

    @Test
    void aDiagramComesWithTheTableThatItsStepNames() {
        assertThat(check(file -> true)).isEmpty();
    }

    @Test
    void aDiagramWithoutThatTableIsRefused() {
        assertThat(check(file -> !file.endsWith("firmware-policy.dmn")))
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.rule()).isEqualTo("decision");
                    assertThat(violation.message()).isEqualTo("there is no decision firmware-policy");
                });
    }

    private List<Violation> check(Predicate<Path> wanted) {
        List<SourceFile> files = Stream.of(
                        ShippedProcedures.diagrams().stream().filter(file -> file.endsWith("firmware-inventory.bpmn")),
                        ShippedProcedures.decisions().stream(),
                        ShippedProcedures.forms().stream())
                .flatMap(paths -> paths)
                .filter(wanted)
                .map(file -> ChecksFixture.file(ShippedProcedures.name(file), ShippedProcedures.read(file)))
                .toList();
        return checks.check(Origin.SHIPPED, files);
    }
}
