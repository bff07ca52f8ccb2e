package dev.baton.lab.network;

import java.util.OptionalInt;

/** Compares typed commands, which may be shortened word by word, with whole ones. */
final class Words {

    private Words() {}

    /** Whether every typed word begins the word at its place, e.g. {@code sh run} for {@code show running-config}. */
    static boolean match(String typed, String whole) {
        String[] given = typed.strip().split("\\s+");
        String[] full = whole.split(" ");
        if (given.length != full.length) {
            return false;
        }
        for (int index = 0; index < full.length; index++) {
            if (!full[index].startsWith(given[index])) {
                return false;
            }
        }
        return true;
    }

    /** The number behind a command, e.g. 0 of {@code terminal length 0}. */
    static OptionalInt number(String typed, String whole) {
        int last = typed.strip().lastIndexOf(' ');
        if (last < 0 || !match(typed.strip().substring(0, last), whole)) {
            return OptionalInt.empty();
        }
        String number = typed.strip().substring(last + 1);
        return number.matches("\\d{1,5}") ? OptionalInt.of(Integer.parseInt(number)) : OptionalInt.empty();
    }
}
