package dev.baton.runner;

import dev.baton.testing.TestDatabase;

class DeviceRunOnPostgresIT extends DeviceRunContract {

    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
