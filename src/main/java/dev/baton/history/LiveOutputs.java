package dev.baton.history;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what commands say that still run, or that ran when their node was lost. */
@Repository
public class LiveOutputs {

    private final JdbcClient jdbc;

    LiveOutputs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A piece of what a command said, as UTF-8.
     *
     * @param attempt the offsets are those of this attempt
     * @param from the offset of its first byte
     */
    public record Output(int attempt, int from, byte[] content) {

        /** Where the next piece begins. */
        public int next() {
            return from + content.length;
        }
    }

    /** What the action's last attempt said from an offset on; empty when nothing is kept of it. */
    public Optional<Output> from(String action, int offset) {
        List<Output> pieces = jdbc.sql("""
                        select attempt, position, content from baton_output where action = :action
                          and attempt = (select max(l.attempt) from baton_output l where l.action = :action)
                        order by position""")
                .param("action", action)
                .query((row, number) ->
                        new Output(row.getInt("attempt"), row.getInt("position"), row.getBytes("content")))
                .list();
        if (pieces.isEmpty()) {
            return Optional.empty();
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (Output piece : pieces) {
            int skipped = Math.min(Math.max(0, offset - piece.from()), piece.content().length);
            content.write(piece.content(), skipped, piece.content().length - skipped);
        }
        Output last = pieces.get(pieces.size() - 1);
        return Optional.of(new Output(last.attempt(), Math.min(offset, last.next()), content.toByteArray()));
    }

    /** The last bytes of it, at most so many. */
    public Optional<Output> last(String action, int bytes) {
        return from(action, 0)
                .map(all -> all.next() <= bytes
                        ? all
                        : from(action, all.next() - bytes).orElse(all));
    }
}
