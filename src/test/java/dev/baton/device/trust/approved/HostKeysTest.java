package dev.baton.device.trust.approved;

import dev.baton.testing.TestDatabase;

class HostKeysTest extends HostKeysContract {

    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
