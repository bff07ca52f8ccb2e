package dev.baton.web.page;

import dev.baton.history.OpenTasks.OpenTask;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Links into Camunda's Tasklist, where people decide. */
@Component
final class TaskLinks {

    private static final String TASKLIST = "/camunda/app/tasklist/default/#/?";

    private final JdbcClient jdbc;

    TaskLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The addresses of tasks, by id. They name a filter too: without one a task vanishes as soon as it is claimed. */
    Map<String, String> of(List<OpenTask> tasks) {
        Map<String, String> filters = jdbc
                .sql("""
                        select a.GROUP_ID_, min(f.ID_) as filter_id from ACT_RU_FILTER f
                          join ACT_RU_AUTHORIZATION a on a.RESOURCE_ID_ = f.ID_ and a.RESOURCE_TYPE_ = 5
                        where f.RESOURCE_TYPE_ = 'Task' and a.GROUP_ID_ is not null group by a.GROUP_ID_""")
                .query((row, number) -> Map.entry(row.getString("GROUP_ID_"), row.getString("filter_id")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return tasks.stream().collect(Collectors.toMap(OpenTask::id, task -> link(task, filters)));
    }

    private static String link(OpenTask task, Map<String, String> filters) {
        return task.groups().stream()
                .filter(filters::containsKey)
                .findFirst()
                .map(group -> TASKLIST + "filter=" + filters.get(group) + "&task=" + task.id())
                .orElse(TASKLIST + "task=" + task.id());
    }
}
