package dev.baton.bench;

import java.util.Locale;

/** Every device of a fleet has its own address on loopback, and all have the same port. */
final class Addresses {

    private static final int IN_A_NET = 250;

    private Addresses() {}

    static String of(int number) {
        return "127.0." + (1 + number / IN_A_NET) + "." + (1 + number % IN_A_NET);
    }

    static int number(String address) {
        String[] bytes = address.split("\\.");
        return (Integer.parseInt(bytes[2]) - 1) * IN_A_NET + Integer.parseInt(bytes[3]) - 1;
    }

    static String name(int number) {
        return String.format(Locale.ROOT, "device-%05d", number);
    }
}
