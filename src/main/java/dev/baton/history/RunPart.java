package dev.baton.history;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.baton.history.Run.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One process instance of a run: the root, or one that a call activity started.
 *
 * @param definition id of the process definition, exactly the version that ran
 * @param steps in the order in which they happened
 */
public record RunPart(
        String id,
        @Nullable String parent,
        String definition,
        String procedure,
        String name,
        RunState state,
        @Nullable Outcome outcome,
        Instant startedAt,
        @Nullable Instant endedAt,
        List<Step> steps,
        List<Incident> incidents,
        List<RunPart> children) {

    public RunPart {
        steps = List.copyOf(steps);
        incidents = List.copyOf(incidents);
        children = List.copyOf(children);
    }

    /** This part and all below it. */
    @JsonIgnore
    public Stream<RunPart> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(RunPart::all));
    }

    public Optional<RunPart> find(String instance) {
        return all().filter(part -> part.id.equals(instance)).findFirst();
    }

    /** A step that cannot go on by itself; its name is its id when it has not begun. */
    public record Incident(String activity, String name, String message, Instant since) {}
}
