package dev.baton.runner;

import dev.baton.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database that is away whenever a test says so. */
final class LostDatabase extends DelegatingDataSource {

    volatile boolean away;

    LostDatabase() {
        super(TestDatabase.h2().dataSource());
    }

    TestDatabase asTestDatabase() {
        return new TestDatabase(this, new JdbcTemplate(this), new DataSourceTransactionManager(this));
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (away) {
            throw new SQLTransientConnectionException("the database is away");
        }
        return super.getConnection();
    }
}
