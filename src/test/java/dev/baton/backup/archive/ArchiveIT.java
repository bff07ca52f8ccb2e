package dev.baton.backup.archive;

import dev.baton.testing.TestDatabase;

class ArchiveIT extends ArchiveContract {

    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
