package dev.baton.procedure.deploy;

import dev.baton.procedure.source.Bundle;
import dev.baton.procedure.source.Bundles;
import dev.baton.procedure.source.SourceFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads versions and their files from the engine's tables. What procedures say is open to everybody who is signed in; the
 * engine's own service would ask for the right to read deployments, which also lets people read what is no procedure.
 */
@Repository
public class DeployedVersions {

    private static final int KEPT = 200;
    private static final String SELECT = """
            select p.id_, p.key_, p.version_, p.version_tag_, p.deployment_id_, p.resource_name_, p.suspension_state_,
                d.deploy_time_, b.person
            from act_re_procdef p
            join act_re_deployment d on d.id_ = p.deployment_id_
            left join baton_deployment b on b.deployment = p.deployment_id_
            """;

    private final JdbcClient jdbc;
    private final Map<String, Bundle> bundles = new ConcurrentHashMap<>();

    DeployedVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest version of every procedure, by key. */
    public List<DeployedVersion> latest() {
        return jdbc.sql(SELECT
                        + " where p.version_ = (select max(q.version_) from act_re_procdef q where q.key_ = p.key_)"
                        + " order by p.key_")
                .query(DeployedVersions::version)
                .list();
    }

    /** All versions of one procedure, the latest first. */
    public List<DeployedVersion> of(String key) {
        return jdbc.sql(SELECT + " where p.key_ = ? order by p.version_ desc")
                .param(key)
                .query(DeployedVersions::version)
                .list();
    }

    public Optional<DeployedVersion> byDefinition(String definition) {
        return jdbc.sql(SELECT + " where p.id_ = ?")
                .param(definition)
                .query(DeployedVersions::version)
                .optional();
    }

    /** The files of a version; they never change, so they are kept. */
    public Bundle bundle(DeployedVersion version) {
        Bundle known = bundles.get(version.definition());
        if (known != null) {
            return known;
        }
        List<SourceFile> files = jdbc.sql("select name_, bytes_ from act_ge_bytearray where deployment_id_ = ?")
                .param(version.deployment())
                .query((row, number) -> new SourceFile(row.getString("name_"), row.getBytes("bytes_")))
                .list();
        Bundle bundle = Bundles.of(files).stream()
                .filter(one -> one.file().name().equals(version.resource()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "the files of " + version.key() + " version " + version.version() + " are gone"));
        if (bundles.size() >= KEPT) {
            bundles.clear();
        }
        bundles.put(version.definition(), bundle);
        return bundle;
    }

    private static DeployedVersion version(ResultSet row, int number) throws SQLException {
        String tag = row.getString("version_tag_");
        String person = row.getString("person");
        return new DeployedVersion(
                row.getString("id_"),
                row.getString("key_"),
                row.getInt("version_"),
                tag == null ? "" : tag,
                row.getString("deployment_id_"),
                row.getString("resource_name_"),
                row.getInt("suspension_state_") == 2,
                row.getTimestamp("deploy_time_").toInstant(),
                person == null ? "" : person);
    }
}
