package dev.baton.runner.cluster;

import dev.baton.testing.TestDatabase;

class NodeRegistryTest extends NodeRegistryContract {

    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
