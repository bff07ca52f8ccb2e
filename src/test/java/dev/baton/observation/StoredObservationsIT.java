package dev.baton.observation;

import dev.baton.testing.TestDatabase;

class StoredObservationsIT extends ObservationContract {

    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
