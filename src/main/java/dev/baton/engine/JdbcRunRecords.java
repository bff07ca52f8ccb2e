package dev.baton.engine;

import java.util.Locale;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.jdbc.support.incrementer.DataFieldMaxValueIncrementer;
import org.springframework.jdbc.support.incrementer.H2SequenceMaxValueIncrementer;
import org.springframework.jdbc.support.incrementer.PostgresSequenceMaxValueIncrementer;
import org.springframework.stereotype.Component;

/** Keeps runs in the table {@code baton_run}. */
@Component
final class JdbcRunRecords implements RunRecords {

    private static final String SEQUENCE = "baton_run_reference";

    private final JdbcClient database;
    private final DataFieldMaxValueIncrementer references;

    JdbcRunRecords(DataSource source, JdbcClient database) throws MetaDataAccessException {
        this.database = database;
        String product = JdbcUtils.commonDatabaseName(
                JdbcUtils.extractDatabaseMetaData(source, metadata -> metadata.getDatabaseProductName()));
        this.references = "H2".equals(product)
                ? new H2SequenceMaxValueIncrementer(source, SEQUENCE)
                : new PostgresSequenceMaxValueIncrementer(source, SEQUENCE);
    }

    @Override
    public String nextReference() {
        return String.format(Locale.ROOT, "RUN-%06d", references.nextLongValue());
    }

    @Override
    public void begin(Begun run) {
        database.sql("""
                insert into baton_run (reference, process_instance, procedure_key, mode, requester, reason, query, emergency, started_at)
                values (:reference, :processInstance, :procedure, :mode, :requester, :reason, :query, :emergency, current_timestamp)
                """).paramSource(run).update();
    }
}
