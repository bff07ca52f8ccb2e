package dev.baton.runner;

import dev.baton.testing.TestDatabase;

class SilentNodesTest extends SilentNodesContract {

    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
