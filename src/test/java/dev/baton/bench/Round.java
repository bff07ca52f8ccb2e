package dev.baton.bench;

/**
 * What one round over so many devices cost.
 *
 * @param seconds of the wall clock
 * @param ownSeconds CPU of this JVM and of the programs that it ran
 */
record Round(int devices, double seconds, double ownSeconds, double databaseSeconds) {

    double rate() {
        return devices / seconds;
    }

    /** CPU of all, the database included. */
    double cpuMillisPerDevice() {
        return 1_000 * (ownSeconds + databaseSeconds) / devices;
    }

    double databaseMillisPerDevice() {
        return 1_000 * databaseSeconds / devices;
    }
}
