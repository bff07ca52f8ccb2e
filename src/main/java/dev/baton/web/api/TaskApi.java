package dev.baton.web.api;

import dev.baton.history.OpenTasks;
import dev.baton.history.OpenTasks.OpenTask;
import dev.baton.history.Page;
import dev.baton.run.Tasks;
import dev.baton.web.BadInputException;
import dev.baton.web.Parameters;
import dev.baton.web.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The tasks of people, under the same rules as in Tasklist. */
@RestController
@RequestMapping("/api/v1/tasks")
final class TaskApi {

    private final OpenTasks open;
    private final Tasks tasks;

    TaskApi(OpenTasks open, Tasks tasks) {
        this.open = open;
        this.tasks = tasks;
    }

    /** The open tasks that the person may decide; auditors and administrators see all. One that ends meanwhile is left out. */
    @GetMapping
    Page<TaskDocument> list(
            @RequestParam(required = false) @Nullable String run,
            @RequestParam(defaultValue = Parameters.FIRST) int page,
            @RequestParam(defaultValue = Parameters.SOME) int size) {
        String wanted = Parameters.filter("run", run);
        List<OpenTask> visible = (wanted.isEmpty() ? open.list() : open.ofRun(wanted))
                .stream().filter(TaskApi::isVisible).toList();
        return Page.cut(visible, Parameters.slice(page, size)).mapFound(this::document);
    }

    @GetMapping("/{id}")
    TaskDocument one(@PathVariable String id) {
        return open.find(id)
                .filter(TaskApi::isVisible)
                .flatMap(this::document)
                .orElseThrow(() -> new MissingException("There is no open task " + id + "."));
    }

    @PostMapping("/{id}/claim")
    TaskDocument claim(@PathVariable String id) {
        tasks.claim(id);
        return one(id);
    }

    @PostMapping("/{id}/complete")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void complete(@PathVariable String id, @RequestBody Completion completion) {
        Map<String, Object> variables = completion.variables();
        if (variables == null) {
            throw new BadInputException("variables", "is missing");
        }
        variables.forEach((name, value) -> plain("variables." + name, name, value));
        tasks.complete(id, variables);
    }

    private static void plain(String field, String name, @Nullable Object value) {
        Parameters.optional(field, name);
        if (value instanceof List<?> values) {
            values.forEach(one -> plain(field, name, one));
        } else if (value instanceof Map) {
            throw new BadInputException(field, "must be a text, a number, true or false, or a list of these");
        } else if (value instanceof String text && text.indexOf('\0') >= 0) {
            throw new BadInputException(field, "must not contain the character NUL");
        }
    }

    private static boolean isVisible(OpenTask task) {
        Viewer viewer = Viewer.current();
        return viewer.audits() || task.isFor(viewer.name(), viewer.groups());
    }

    private Optional<TaskDocument> document(OpenTask task) {
        return tasks.details(task.id())
                .map(details -> new TaskDocument(
                        task.id(),
                        task.name(),
                        task.activity(),
                        task.run(),
                        task.procedure(),
                        task.groups(),
                        task.assignee(),
                        task.createdAt(),
                        task.dueAt(),
                        details.form(),
                        details.variables()));
    }

    /** What the form of a task asks for. */
    record Completion(@Nullable Map<String, Object> variables) {}

    /** A task as scripts see it. */
    record TaskDocument(
            String id,
            String name,
            String activity,
            String run,
            String procedure,
            List<String> groups,
            @Nullable String assignee,
            Instant createdAt,
            @Nullable Instant dueAt,
            @Nullable String form,
            Map<String, Object> variables) {}
}
