package dev.baton.runner;

import dev.baton.testing.TestDatabase;

class PollingOnPostgresIT extends PollingContract {

    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
