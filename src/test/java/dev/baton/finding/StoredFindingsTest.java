package dev.baton.finding;

import dev.baton.testing.TestDatabase;

class StoredFindingsTest extends FindingContract {

    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
