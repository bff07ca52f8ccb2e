package dev.baton.finding;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a kind of findings is called, and how somebody goes on from one.
 *
 * @param procedure the one that goes on; null when a person has to think first
 * @param targets what its run acts on; {@code {device}} and {@code {part}} stand for those of the finding
 * @param inputs the same for its other inputs
 */
public record FindingKind(
        String kind, String title, @Nullable String procedure, String targets, Map<String, String> inputs) {

    private static final String THE_DEVICE = "name={device}";

    public FindingKind(
            String kind,
            String title,
            @Nullable String procedure,
            @Nullable String targets,
            @Nullable Map<String, String> inputs) {
        this.kind = kind;
        this.title = title;
        this.procedure = procedure;
        this.targets = Objects.requireNonNullElse(targets, THE_DEVICE);
        this.inputs = Map.copyOf(Objects.requireNonNullElse(inputs, Map.of()));
    }

    /** A text of this kind with the words of a finding in it. */
    public static String filledIn(String text, FindingView finding) {
        return text.replace("{device}", finding.device()).replace("{part}", finding.part());
    }
}
