package dev.baton.runner;

import dev.baton.testing.TestDatabase;

class StoppedActionOnPostgresIT extends StoppedActionContract {

    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
