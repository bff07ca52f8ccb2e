package dev.baton.finding;

import dev.baton.finding.FindingTrend.Count;
import dev.baton.finding.FindingTrend.Day;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Counts findings in the database. */
@Service
class StoredFindingTrends implements FindingTrends {

    private final JdbcClient jdbc;

    StoredFindingTrends(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public FindingTrend last(int days, int most) {
        LocalDate today = jdbc.sql("select cast(current_timestamp at time zone 'UTC' as date)")
                .query(LocalDate.class)
                .single();
        LocalDate first = today.minusDays(days - 1L);
        Map<LocalDate, Long> opened = perDay("opened_at", first);
        Map<LocalDate, Long> resolved = perDay("resolved_at", first);
        long open = jdbc.sql("select count(*) from baton_finding where state <> 'RESOLVED'")
                .query(Long.class)
                .single();
        List<Day> all = new ArrayList<>();
        for (LocalDate day = today; !day.isBefore(first); day = day.minusDays(1)) {
            long came = opened.getOrDefault(day, 0L);
            long went = resolved.getOrDefault(day, 0L);
            all.add(new Day(day, came, went, open));
            open = Math.max(0, open - came + went);
        }
        Collections.reverse(all);
        return new FindingTrend(all, counts("kind", most), counts("device", most));
    }

    private Map<LocalDate, Long> perDay(String column, LocalDate first) {
        Map<LocalDate, Long> counts = new HashMap<>();
        jdbc.sql("select cast(" + column + " at time zone 'UTC' as date) as d, count(*) as n from baton_finding"
                        + " where " + column + " >= :first group by cast(" + column + " at time zone 'UTC' as date)")
                .param("first", first.atStartOfDay().atOffset(ZoneOffset.UTC))
                .query((row, number) -> Map.entry(row.getObject("d", LocalDate.class), row.getLong("n")))
                .list()
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    private List<Count> counts(String column, int most) {
        return jdbc.sql("select " + column + " as name, count(*) as number from baton_finding"
                        + " where state <> 'RESOLVED' group by " + column + " order by 2 desc, 1"
                        + " fetch first :most rows only")
                .param("most", most)
                .query((row, number) -> new Count(row.getString("name"), row.getLong("number")))
                .list();
    }
}
