package dev.baton.finding;

import dev.baton.testing.TestDatabase;

class StoredFindingsIT extends FindingContract {

    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
