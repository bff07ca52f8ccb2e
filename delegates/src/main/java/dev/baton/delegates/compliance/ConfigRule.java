package dev.baton.delegates.compliance;

import dev.baton.action.Device;
import dev.baton.action.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One rule of {@code rules.yaml}.
 *
 * @param times in how many lines each of {@code must} is needed
 * @param ordered patterns of lines that follow each other in this order, others may stand between them
 * @param remedy what is typed to obey it; empty where a person has to think
 */
record ConfigRule(
        String id,
        String says,
        Severity severity,
        List<String> platforms,
        List<String> roles,
        List<String> tags,
        @Nullable Pattern section,
        List<Pattern> must,
        List<Pattern> mustNot,
        List<Pattern> ordered,
        int times,
        List<String> remedy) {

    ConfigRule(
            String id,
            String says,
            @Nullable Severity severity,
            @Nullable List<String> platforms,
            @Nullable List<String> roles,
            @Nullable List<String> tags,
            @Nullable Pattern section,
            @Nullable List<Pattern> must,
            @Nullable List<Pattern> mustNot,
            @Nullable List<Pattern> ordered,
            int times,
            @Nullable List<String> remedy) {
        this.id = id;
        this.says = says;
        this.severity = Objects.requireNonNullElse(severity, Severity.WARNING);
        this.platforms = given(platforms);
        this.roles = given(roles);
        this.tags = given(tags);
        this.section = section;
        this.must = given(must);
        this.mustNot = given(mustNot);
        this.ordered = given(ordered);
        this.times = Math.max(1, times);
        this.remedy = given(remedy);
    }

    private static <T> List<T> given(@Nullable List<T> list) {
        return List.copyOf(Objects.requireNonNullElse(list, List.of()));
    }

    boolean binds(Device device) {
        return (platforms.isEmpty() || platforms.contains(device.platform()))
                && (roles.isEmpty() || roles.contains(Objects.requireNonNullElse(device.role(), "")))
                && (tags.isEmpty() || tags.stream().anyMatch(device.tags()::contains));
    }

    /** Where a configuration breaks it; one that lacks the section lacks what must be in it. */
    List<Breach> breaches(ConfigBlocks configuration) {
        if (section == null) {
            return breaches("", configuration.lines());
        }
        List<ConfigBlocks.Block> blocks = configuration.blocks(section);
        if (blocks.isEmpty() && !must.isEmpty()) {
            return List.of(new Breach(this, "", "there is no section " + section));
        }
        return blocks.stream()
                .flatMap(block -> breaches(block.header(), block.lines()).stream())
                .toList();
    }

    private List<Breach> breaches(String where, List<String> lines) {
        List<Breach> breaches = new ArrayList<>();
        must.forEach(wanted -> {
            long seen =
                    lines.stream().filter(line -> wanted.matcher(line).find()).count();
            if (seen < times) {
                breaches.add(new Breach(this, where, "wanted " + times + " of " + wanted + ", there are " + seen));
            }
        });
        mustNot.forEach(unwanted -> lines.stream()
                .filter(line -> unwanted.matcher(line).find())
                .forEach(line -> breaches.add(new Breach(this, where, "\"" + line + "\" must not be there"))));
        if (!isOrdered(lines)) {
            breaches.add(new Breach(this, where, "these do not follow each other: " + ordered));
        }
        return breaches;
    }

    private boolean isOrdered(List<String> lines) {
        int next = 0;
        for (String line : lines) {
            if (next < ordered.size() && ordered.get(next).matcher(line).find()) {
                next++;
            }
        }
        return next == ordered.size();
    }
}
