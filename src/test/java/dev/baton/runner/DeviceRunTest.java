package dev.baton.runner;

import dev.baton.testing.TestDatabase;

class DeviceRunTest extends DeviceRunContract {

    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
