package dev.baton.backup;

import dev.baton.testing.TestDatabase;

class BackupIT extends BackupContract {

    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
