package dev.baton.delegates.ports;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The speed that a port is built for, where its name tells. */
enum BuiltSpeed {
    FAST(100, "fa|fastethernet"),
    GIGABIT(1_000, "gi|ge-?|gigabitethernet|gige"),
    TWO_AND_A_HALF(2_500, "tw|twogigabitethernet"),
    FIVE(5_000, "fi|fivegigabitethernet"),
    TEN(10_000, "te|xe-|tengigabitethernet|tengige|xgigabitethernet|ten-gigabitethernet|10gigabitethernet|10ge|xge"),
    TWENTY_FIVE(25_000, "twe|twentyfivegige|twenty-fivegige|25ge"),
    FORTY(40_000, "fo|fortygigabitethernet|fortygige|40ge"),
    HUNDRED(100_000, "hu|hundredgige|100ge");

    private final long megabits;
    private final Pattern names;

    BuiltSpeed(long megabits, String names) {
        this.megabits = megabits;
        this.names = Pattern.compile("(" + names + ") ?\\d.*", Pattern.CASE_INSENSITIVE);
    }

    /** In Mb/s; 0 when the name does not tell. */
    static long of(String port) {
        return Stream.of(values())
                .filter(speed -> speed.names.matcher(port).matches())
                .mapToLong(speed -> speed.megabits)
                .findFirst()
                .orElse(0);
    }
}
