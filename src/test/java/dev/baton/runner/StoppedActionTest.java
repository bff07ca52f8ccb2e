package dev.baton.runner;

import dev.baton.testing.TestDatabase;

class StoppedActionTest extends StoppedActionContract {

    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
