package dev.baton.delegates.hardware.snmp;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The value of a sensor in its unit.
 *
 * @param number null where the agent gave none, or one that stands for none
 * @param given whether the agent gave any
 */
record SensorValue(@Nullable BigDecimal number, boolean given) {

    private static final int UNITS = 9;
    private static final BigDecimal OVERFLOW = BigDecimal.valueOf(1_000_000_000);

    static SensorValue of(@Nullable String value, @Nullable String scale, @Nullable String precision) {
        BigDecimal raw = number(value);
        if (raw == null || raw.abs().compareTo(OVERFLOW) >= 0) {
            return new SensorValue(null, value != null);
        }
        int thousands = scale == null || !scale.matches("\\d{1,2}") ? 0 : 3 * (Integer.parseInt(scale) - UNITS);
        int decimals = precision == null || !precision.matches("-?\\d") ? 0 : Integer.parseInt(precision);
        return new SensorValue(raw.scaleByPowerOfTen(thousands - Math.max(decimals, 0)), true);
    }

    /** Whether the agent gave a value that is none, as for an overflow. */
    boolean isNone() {
        return given && number == null;
    }

    boolean isZero() {
        return number != null && number.signum() == 0;
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text != null && text.matches("-?\\d{1,10}") ? new BigDecimal(text) : null;
    }

    @Override
    public String toString() {
        return number == null ? "nothing" : number.stripTrailingZeros().toPlainString();
    }
}
