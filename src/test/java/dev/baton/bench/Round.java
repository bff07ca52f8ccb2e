package dev.baton.bench;

/** What one round over so many devices cost: the wall clock, this JVM and the database. */
record Round(int devices, double seconds, double jvmSeconds, double databaseSeconds) {

    double rate() {
        return devices / seconds;
    }

    /** CPU of this JVM and of the database. */
    double cpuMillisPerDevice() {
        return 1_000 * (jvmSeconds + databaseSeconds) / devices;
    }

    double databaseMillisPerDevice() {
        return 1_000 * databaseSeconds / devices;
    }
}
