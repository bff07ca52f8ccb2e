package dev.baton.history;

import dev.baton.history.Path.Flow;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The diagrams that ran, and their sequence flows; neither ever changes once it is deployed. */
@Repository
public class Flows {

    private final JdbcClient jdbc;
    private final Map<String, List<Flow>> known = new ConcurrentHashMap<>();

    Flows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The flows of a definition; none when it was deleted. */
    public List<Flow> of(String definition) {
        return known.computeIfAbsent(
                definition, id -> diagram(id).map(Flows::read).orElse(List.of()));
    }

    /** The BPMN file of a definition, exactly as it was deployed. */
    public Optional<byte[]> diagram(String definition) {
        return jdbc.sql("""
                        select b.BYTES_ from ACT_RE_PROCDEF d
                          join ACT_GE_BYTEARRAY b on b.DEPLOYMENT_ID_ = d.DEPLOYMENT_ID_ and b.NAME_ = d.RESOURCE_NAME_
                        where d.ID_ = :definition""")
                .param("definition", definition)
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    private static List<Flow> read(byte[] diagram) {
        return Bpmn.readModelFromStream(new ByteArrayInputStream(diagram))
                .getModelElementsByType(SequenceFlow.class)
                .stream()
                .map(flow -> new Flow(
                        flow.getId(), flow.getSource().getId(), flow.getTarget().getId()))
                .toList();
    }
}
