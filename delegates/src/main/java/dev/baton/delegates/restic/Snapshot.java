package dev.baton.delegates.restic;

import dev.baton.action.Json;
import java.util.List;

/**
 * One backup in a repository.
 *
 * @param paths what is really in it: restic leaves out what was not there, without failing
 */
record Snapshot(String id, String time, List<String> paths) {

    static Snapshot of(Json row) {
        return new Snapshot(
                row.at("short_id").text(),
                row.at("time").text(),
                row.at("paths").items().stream().map(Json::text).toList());
    }
}
