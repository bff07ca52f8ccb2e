package dev.baton.backup;

import dev.baton.testing.TestDatabase;

class BackupTest extends BackupContract {

    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
