package dev.baton.bench;

/** What a benchmark should reach. */
record Goal(String sign, double limit) {

    static Goal atLeast(double limit) {
        return new Goal(">=", limit);
    }

    static Goal atMost(double limit) {
        return new Goal("<=", limit);
    }

    String text() {
        return sign + " " + Report.number(limit);
    }

    String verdict(double measured) {
        boolean met = sign.equals(">=") ? measured >= limit : measured <= limit;
        return met ? "met" : "**not met**";
    }
}
