package dev.baton.runner;

import dev.baton.testing.TestDatabase;

class SilentNodesOnPostgresIT extends SilentNodesContract {

    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
