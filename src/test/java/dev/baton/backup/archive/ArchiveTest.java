package dev.baton.backup.archive;

import dev.baton.testing.TestDatabase;

class ArchiveTest extends ArchiveContract {

    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
