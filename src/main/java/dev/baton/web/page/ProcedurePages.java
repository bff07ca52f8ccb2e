package dev.baton.web.page;

import dev.baton.history.RunFilter;
import dev.baton.history.RunHistory;
import dev.baton.history.Slice;
import dev.baton.procedure.ProcedureDetails;
import dev.baton.procedure.Procedures;
import dev.baton.procedure.check.KnownDelegate;
import dev.baton.procedure.picture.Marks;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The catalogue of procedures, and one procedure with its diagram, its versions and the form that starts it. */
@Controller
final class ProcedurePages {

    private static final Slice LATEST = new Slice(1, 10);

    private final Procedures procedures;
    private final RunHistory runs;

    ProcedurePages(Procedures procedures, RunHistory runs) {
        this.procedures = procedures;
        this.runs = runs;
    }

    @GetMapping("/procedures")
    String list(Model model) {
        model.addAttribute("procedures", procedures.list());
        model.addAttribute("refused", procedures.refusedUploads());
        model.addAttribute("problem", procedures.problem());
        return "procedures";
    }

    @GetMapping("/procedures/{key}")
    String one(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(required = false) @Nullable Integer from,
            @RequestParam(required = false) @Nullable Integer to,
            @RequestParam Map<String, String> prefilled,
            Model model) {
        if (!model.containsAttribute("entered") && prefilled.containsKey("targets")) {
            model.addAttribute("entered", prefilled);
        }
        ProcedureDetails procedure = (version == null ? procedures.find(key) : procedures.find(key, version))
                .orElseThrow(() -> new NotFoundException("There is no such procedure: " + key + "."));
        String definition = procedure.summary().definition();
        model.addAttribute("procedure", procedure);
        model.addAttribute("summary", procedure.summary());
        boolean changes = procedure.delegates().stream().anyMatch(KnownDelegate::changesDevices);
        model.addAttribute("changes", changes || !procedure.calls().isEmpty());
        model.addAttribute("fields", StartForms.fields(procedure));
        model.addAttribute("devices", StartForms.ofEveryRun(procedure, "query").orElse(null));
        model.addAttribute("reason", StartForms.ofEveryRun(procedure, "reason").orElse(null));
        model.addAttribute(
                "picture",
                definition.isEmpty()
                        ? ""
                        : procedures.picture(definition, Marks.NONE).orElse(""));
        model.addAttribute("runs", runs.list(new RunFilter(null, key, null, null, null, null), LATEST));
        if (from != null && to != null) {
            model.addAttribute("from", from);
            model.addAttribute("to", to);
            model.addAttribute(
                    "diff",
                    procedures
                            .diff(key, from, to)
                            .orElseThrow(() -> new NotFoundException(key + " has no such versions.")));
        }
        return "procedure";
    }
}
