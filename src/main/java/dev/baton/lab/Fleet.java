package dev.baton.lab;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.baton.lab.host.Description;
import dev.baton.lab.tls.Flaw;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/** The devices that the lab simulates. */
record Fleet(List<Map<String, String>> sites, List<Member> devices) {

    private static final String FILE = "lab/fleet.yaml";

    static Fleet read() {
        YAMLMapper mapper = YAMLMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .build();
        try (InputStream in = new ClassPathResource(FILE).getInputStream()) {
            return mapper.readValue(in, Fleet.class);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
    }

    Fleet withExtraHosts(int count) {
        Stream<Member> extra = IntStream.rangeClosed(1, count).mapToObj(Fleet::extraHost);
        return new Fleet(sites, Stream.concat(devices.stream(), extra).toList());
    }

    private static Member extraHost(int number) {
        return new Member(
                String.format("host-%03d", number),
                "linux",
                "ams2",
                "extra",
                List.of("extra"),
                "low",
                null,
                List.of(),
                "v2c",
                List.of("host"),
                new Description(List.of("cron.service"), List.of("base"), null, null, 5, null, false, null),
                false,
                List.of(),
                false);
    }

    /**
     * One device.
     *
     * @param snmp {@code v2c}, {@code v3} or {@code none}
     * @param mib the files with its variables beside those of the system group; a later one replaces values of an earlier one
     * @param host how the host is at the start; null for a network device
     * @param appliance whether it is reached over SNMP only
     * @param tls what is wrong with the certificates of its TLS ports, one port for each
     * @param rebuilt whether the inventory has the host key of an earlier installation
     */
    @JsonNaming(PropertyNamingStrategies.KebabCaseStrategy.class)
    record Member(
            String name,
            String platform,
            String site,
            String role,
            List<String> tags,
            String criticality,
            @Nullable String redundancyGroup,
            List<String> dependsOn,
            String snmp,
            List<String> mib,
            @Nullable Description host,
            boolean appliance,
            List<Flaw> tls,
            boolean rebuilt) {

        Member {
            dependsOn = List.copyOf(Objects.requireNonNullElse(dependsOn, List.of()));
            mib = List.copyOf(mib);
            tls = List.copyOf(Objects.requireNonNullElse(tls, List.of()));
        }
    }
}
