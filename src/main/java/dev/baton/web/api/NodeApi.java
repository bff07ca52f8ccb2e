package dev.baton.web.api;

import dev.baton.history.Breaker;
import dev.baton.history.Node;
import dev.baton.history.Nodes;
import dev.baton.history.Page;
import dev.baton.history.QuarantineView;
import dev.baton.history.Quarantines;
import dev.baton.runner.cluster.Quarantine;
import dev.baton.web.Parameters;
import dev.baton.web.Viewer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The nodes, the breakers that they share, and the quarantine. */
@RestController
@RequestMapping("/api/v1")
final class NodeApi {

    private final Nodes nodes;
    private final Quarantines quarantines;
    private final Quarantine acts;

    NodeApi(Nodes nodes, Quarantines quarantines, Quarantine acts) {
        this.nodes = nodes;
        this.quarantines = quarantines;
        this.acts = acts;
    }

    @GetMapping("/nodes")
    Page<Node> list(
            @RequestParam(defaultValue = Parameters.FIRST) int page,
            @RequestParam(defaultValue = Parameters.SOME) int size) {
        return Page.cut(nodes.list(), Parameters.slice(page, size));
    }

    @GetMapping("/breakers")
    Page<Breaker> breakers(
            @RequestParam(defaultValue = Parameters.FIRST) int page,
            @RequestParam(defaultValue = Parameters.SOME) int size) {
        return Page.cut(nodes.breakers(), Parameters.slice(page, size));
    }

    @GetMapping("/quarantine")
    QuarantineDocument quarantine() {
        return new QuarantineDocument(quarantines.current().orElse(null), quarantines.lifted());
    }

    /** Lets all nodes begin work again. */
    @PostMapping("/quarantine/lift")
    QuarantineDocument lift(@RequestBody Lift wish) {
        Viewer.current().mustAdminister("lift a quarantine");
        acts.lift(Parameters.text("reason", wish.reason()));
        return quarantine();
    }

    /** Why it is lifted. */
    record Lift(@Nullable String reason) {}

    /** The quarantine that lasts, if one does, and those that are over. */
    record QuarantineDocument(@Nullable QuarantineView current, List<QuarantineView> lifted) {}
}
