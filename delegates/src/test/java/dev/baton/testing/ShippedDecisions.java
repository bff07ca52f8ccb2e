package dev.baton.testing;

import dev.baton.action.Decisions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;

/** The decision tables of the repository. */
public final class ShippedDecisions implements Decisions {

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    private final Map<String, DmnDecision> tables = new HashMap<>();

    @Override
    public List<Map<String, Object>> rows(String table, Map<String, Object> facts) {
        return ENGINE.evaluateDecisionTable(tables.computeIfAbsent(table, ShippedDecisions::read), facts)
                .getResultList();
    }

    private static DmnDecision read(String table) {
        try (InputStream file = Files.newInputStream(Path.of("..", "processes", "management", table + ".dmn"))) {
            return ENGINE.parseDecision(table, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
