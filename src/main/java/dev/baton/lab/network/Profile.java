package dev.baton.lab.network;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/**
 * How the CLI of one platform speaks.
 *
 * @param unknown what is said to a line that is not understood
 * @param header what stands above a shown configuration, with the lines that change by themselves
 * @param sections the words that open a section of the configuration, and the mode of the prompt in it
 * @param singletons first words of lines that can stand only once
 * @param words first words of lines outside of sections
 * @param sectionWords first words of lines in sections
 * @param wayBack how a change is taken back: {@code session}, {@code revert}; null where only other lines do it
 * @param show what show commands answer
 * @param config the configuration at the start
 */
@JsonNaming(PropertyNamingStrategies.KebabCaseStrategy.class)
record Profile(
        String banner,
        String unknown,
        String incomplete,
        String configure,
        String saved,
        String header,
        String footer,
        Map<String, String> sections,
        List<String> singletons,
        List<String> words,
        List<String> sectionWords,
        @Nullable String wayBack,
        Map<String, String> show,
        String config) {

    boolean offers(String way) {
        return way.equals(wayBack);
    }

    static Profile of(String platform) {
        String file = "lab/network/" + platform + ".yaml";
        try (InputStream in = new ClassPathResource(file).getInputStream()) {
            return new YAMLMapper().readValue(in, Profile.class);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
