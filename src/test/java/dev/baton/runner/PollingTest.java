package dev.baton.runner;

import dev.baton.testing.TestDatabase;

class PollingTest extends PollingContract {

    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
