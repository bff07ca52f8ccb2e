package dev.baton.observation;

import dev.baton.testing.TestDatabase;

class StoredObservationsTest extends ObservationContract {

    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
