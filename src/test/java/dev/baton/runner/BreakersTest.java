package dev.baton.runner;

import dev.baton.testing.TestDatabase;

class BreakersTest extends BreakersContract {

    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
