package dev.baton.procedure.deploy;

import dev.baton.procedure.check.Violation;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who tried to deploy what and was refused. */
@Repository
public class RefusedUploads {

    /** A file can break a rule in thousands of places; the first ones tell enough. */
    private static final int MOST = 100;

    private final JdbcClient jdbc;

    RefusedUploads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String person, List<Violation> violations) {
        violations.stream().filter(Violation::refuses).limit(MOST).forEach(violation -> add(person, violation));
    }

    private void add(String person, Violation violation) {
        jdbc.sql("insert into baton_refused_upload (id, person, file, element, rule, message, refused_at)"
                        + " values (?, ?, ?, ?, ?, ?, current_timestamp)")
                .params(
                        UUID.randomUUID().toString(),
                        person,
                        text(violation.file(), 255),
                        text(violation.element(), 255),
                        text(violation.rule(), 64),
                        text(violation.message(), 2_000))
                .update();
    }

    /** The latest, the last one first. */
    public List<RefusedUpload> latest(int most) {
        return jdbc.sql("select * from baton_refused_upload order by refused_at desc, file, id limit ?")
                .param(most)
                .query((row, number) -> new RefusedUpload(
                        row.getObject("refused_at", OffsetDateTime.class).toInstant(),
                        row.getString("person"),
                        row.getString("file"),
                        row.getString("element"),
                        row.getString("rule"),
                        row.getString("message")))
                .list();
    }

    /** What people send can be of any length and hold what no database takes. */
    private static String text(String text, int longest) {
        String clean = text.replace('\0', ' ');
        return clean.length() <= longest ? clean : clean.substring(0, longest);
    }
}
