package dev.baton.device.trust.approved;

import dev.baton.testing.TestDatabase;

class HostKeysOnPostgresIT extends HostKeysContract {

    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
