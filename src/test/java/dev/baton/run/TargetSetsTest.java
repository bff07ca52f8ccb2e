package dev.baton.run;

import dev.baton.testing.TestDatabase;

class TargetSetsTest extends TargetSetsContract {

    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
