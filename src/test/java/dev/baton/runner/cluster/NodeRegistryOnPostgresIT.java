package dev.baton.runner.cluster;

import dev.baton.testing.TestDatabase;

class NodeRegistryOnPostgresIT extends NodeRegistryContract {

    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
