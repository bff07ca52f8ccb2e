package dev.baton.runner;

import dev.baton.testing.TestDatabase;

class BreakersOnPostgresIT extends BreakersContract {

    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
