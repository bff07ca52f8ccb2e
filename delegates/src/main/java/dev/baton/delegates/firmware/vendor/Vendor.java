package dev.baton.delegates.firmware.vendor;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A kind of device that runs one kind of system.
 *
 * @param platform netmiko's name where it has one
 * @param system what advisories call what it runs
 * @param objectId prefixes of sysObjectID
 * @param says what its sysDescr has
 * @param mark a variable that only this kind has
 * @param agents prefixes of sysObjectID one of which it must have, if any, to be known by its sysDescr alone
 * @param cli null where its command line is not known
 */
public record Vendor(
        String platform,
        String vendor,
        @Nullable String system,
        List<String> objectId,
        @Nullable Pattern says,
        @Nullable String mark,
        List<String> agents,
        List<Source> version,
        List<Source> model,
        List<Source> serial,
        List<Part> parts,
        @Nullable CliPatterns cli) {

    public Vendor(
            String platform,
            String vendor,
            @Nullable String system,
            @Nullable List<String> objectId,
            @Nullable Pattern says,
            @Nullable String mark,
            @Nullable List<String> agents,
            @Nullable List<Source> version,
            @Nullable List<Source> model,
            @Nullable List<Source> serial,
            @Nullable List<Part> parts,
            @Nullable CliPatterns cli) {
        this.platform = platform;
        this.vendor = vendor;
        this.system = system;
        this.objectId = given(objectId);
        this.says = says;
        this.mark = mark;
        this.agents = given(agents);
        this.version = given(version);
        this.model = given(model);
        this.serial = given(serial);
        this.parts = given(parts);
        this.cli = cli;
    }

    /** How many numbers of a sysObjectID one of the prefixes fits; 0 for none. */
    int fits(String sysObjectId) {
        return longest(objectId, sysObjectId);
    }

    private static int longest(List<String> prefixes, String sysObjectId) {
        return prefixes.stream()
                .filter(prefix -> sysObjectId.equals(prefix) || sysObjectId.startsWith(prefix + "."))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    boolean says(String description) {
        return says != null && says.matcher(description).find();
    }

    /** Whether its sysDescr is enough: an appliance that has its maker's sysObjectID and says Linux is no Linux host. */
    boolean saysAlone(String description, String sysObjectId) {
        boolean allowed = agents.isEmpty() || sysObjectId.isEmpty() || longest(agents, sysObjectId) > 0;
        return allowed && says(description);
    }

    /** The variables that are asked for. */
    public List<String> oids() {
        return Stream.concat(sources().map(Source::oid), parts.stream().map(Part::oid))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** The columns that are walked. */
    public List<String> columns() {
        return Stream.of(
                        sources().map(Source::column),
                        parts.stream().map(Part::column),
                        parts.stream().map(Part::names))
                .flatMap(columns -> columns)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private Stream<Source> sources() {
        return Stream.of(version, model, serial).flatMap(List::stream);
    }

    private static <T> List<T> given(@Nullable List<T> list) {
        return List.copyOf(Objects.requireNonNullElse(list, List.of()));
    }
}
