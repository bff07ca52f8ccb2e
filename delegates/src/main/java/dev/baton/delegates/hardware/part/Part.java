package dev.baton.delegates.hardware.part;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One part of a device as one source told it.
 *
 * @param place where a person finds it, e.g. {@code enclosure 1, bay 3}
 * @param serial its serial number, or an empty text
 * @param model its model, or an empty text
 * @param rebuilding whether it is being rebuilt, in whatever state it is
 * @param seen what the device said of it, one entry per value
 * @param source the name of the source
 */
public record Part(
        Component component,
        String place,
        State state,
        boolean rebuilding,
        String serial,
        String model,
        List<String> seen,
        String source) {

    public Part {
        seen = List.copyOf(seen);
    }

    /** A part of which nothing but its state is known. */
    public Part(Component component, String place, State state, List<String> seen, String source) {
        this(component, place, state, state == State.REBUILDING, "", "", seen, source);
    }

    /** The same part in the worse of two states, with all that was said of it; this place stays. */
    public Part with(Part other) {
        List<String> all = new ArrayList<>(seen);
        other.seen.stream().filter(line -> !all.contains(line)).forEach(all::add);
        return new Part(
                component,
                place,
                state.worse(other.state),
                rebuilding || other.rebuilding,
                serial.isEmpty() ? other.serial : serial,
                model.isEmpty() ? other.model : model,
                all,
                source);
    }

    public Part at(String otherPlace) {
        return new Part(component, otherPlace, state, rebuilding, serial, model, seen, source);
    }

    public Part withSerial(String otherSerial, String otherModel) {
        return new Part(component, place, state, rebuilding, otherSerial, otherModel, seen, source);
    }

    /** Whether it stands for the same thing as a part of another look or source. */
    public boolean isSame(Part other) {
        boolean bySerial = component == Component.DRIVE && !serial.isEmpty() && serial.equals(other.serial);
        return component == other.component && (bySerial || place.equals(other.place));
    }

    /** For people, e.g. {@code Drive "enclosure 1, bay 3" (serial Z1Z2, model ST4000NM0035)}. */
    public String label() {
        String details = Stream.of(
                        serial.isEmpty() || place.contains(serial) ? "" : "serial " + serial,
                        model.isEmpty() ? "" : "model " + model)
                .filter(detail -> !detail.isEmpty())
                .collect(Collectors.joining(", "));
        String label = component.label();
        return label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1) + " \"" + place + "\""
                + (details.isEmpty() ? "" : " (" + details + ")");
    }
}
