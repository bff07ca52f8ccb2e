package dev.baton.run;

import dev.baton.testing.TestDatabase;

class TargetSetsOnPostgresIT extends TargetSetsContract {

    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
