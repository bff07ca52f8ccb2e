package dev.baton.delegates.certificate;

import dev.baton.action.Device;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A text of each device as a variable takes it from one step to another: lines of {@code NAME BASE64}. */
public final class TextPerDevice {

    private TextPerDevice() {}

    /** Those of the devices whose result has the fact. */
    public static List<String> of(Map<String, Result> results, String fact) {
        return results.entrySet().stream()
                .filter(entry -> entry.getValue().facts().containsKey(fact))
                .map(entry -> line(
                        entry.getKey(), String.valueOf(entry.getValue().facts().get(fact))))
                .toList();
    }

    public static String line(String device, String text) {
        return device + " " + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The text of a device.
     *
     * @param input how the list is called
     * @throws dev.baton.action.ActionProblem {@code BAD_INPUT} when there is none
     */
    public static String of(Device device, String input, List<String> lines) {
        String name = device.name() + " ";
        String encoded = lines.stream()
                .filter(line -> line.startsWith(name))
                .findFirst()
                .map(line -> line.substring(name.length()))
                .orElseThrow(() -> Problem.BAD_INPUT.because(device.name() + " is not in the input " + input));
        try {
            return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Problem.BAD_INPUT.because("the line of " + device.name() + " in the input " + input
                    + " should be its name and a text in Base64");
        }
    }
}
