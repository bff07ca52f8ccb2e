package dev.baton.backup.archive;

import dev.baton.action.ConfigArchive.Keeping;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which revisions of one device go, by their age; days, weeks and months are those of UTC. */
record Thinning(Keeping keeping, Instant now) {

    /** @param old revisions of one device that are not among those that all stay, the newest first */
    List<Aged> gone(List<Aged> old) {
        Set<String> times = new HashSet<>();
        return old.stream()
                .filter(revision -> !times.add(time(revision.madeAt())) || isOver(revision))
                .filter(revision -> !revision.bound())
                .toList();
    }

    private boolean isOver(Aged revision) {
        return revision.madeAt().isBefore(now.minus(keeping.monthly()));
    }

    /** The day, week or month of which only the newest stays. */
    private String time(Instant madeAt) {
        LocalDate day = LocalDate.ofInstant(madeAt, ZoneOffset.UTC);
        if (!madeAt.isBefore(now.minus(keeping.daily()))) {
            return "day " + day;
        }
        if (!madeAt.isBefore(now.minus(keeping.weekly()))) {
            return "week " + day.get(IsoFields.WEEK_BASED_YEAR) + " " + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
        }
        return "month " + day.getYear() + " " + day.getMonthValue();
    }

    /**
     * A revision and its age.
     *
     * @param bound whether it stays whatever its age is
     */
    record Aged(String device, int number, String sha256, Instant madeAt, boolean bound) {}
}
