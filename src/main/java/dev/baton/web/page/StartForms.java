package dev.baton.web.page;

import dev.baton.procedure.ProcedureDetails;
import dev.baton.procedure.Procedures;
import dev.baton.procedure.source.Form.Field;
import dev.baton.run.BadRunException;
import dev.baton.run.BadRunException.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The fields that a person fills in to start a procedure, and what they come to. */
@Component
final class StartForms {

    /** Every run has these; the page asks for devices, reason and emergency by itself. */
    private static final Set<String> OF_EVERY_RUN =
            Set.of("run", "query", "targets", "mode", "requester", "reason", "emergency");

    private final Procedures procedures;

    StartForms(Procedures procedures) {
        this.procedures = procedures;
    }

    static List<Field> fields(ProcedureDetails procedure) {
        return procedure.inputs().stream()
                .filter(field -> !OF_EVERY_RUN.contains(field.key()))
                .toList();
    }

    /** What the form says of devices or reason, by the variable that it sets; the page asks for them in its own way. */
    static Optional<Field> ofEveryRun(ProcedureDetails procedure, String key) {
        return procedure.inputs().stream()
                .filter(field -> field.key().equals(key))
                .findFirst();
    }

    /** The values of a procedure's inputs, as its form types them; what is left empty is left out. */
    Map<String, Object> inputs(String key, Map<String, String> entered) {
        ProcedureDetails procedure = procedures
                .find(key)
                .orElseThrow(() -> new BadRunException(Kind.NOT_FOUND, "procedure", "there is no procedure " + key));
        Map<String, Object> inputs = new TreeMap<>();
        for (Field field : fields(procedure)) {
            String value = entered.getOrDefault("input." + field.key(), "").strip();
            if (field.type().equals("checkbox")) {
                inputs.put(field.key(), value.equals("true"));
            } else if (!value.isEmpty()) {
                inputs.put(field.key(), field.type().equals("number") ? number(field, value) : value);
            } else if (field.required()) {
                throw new BadRunException(Kind.BAD_INPUT, field.key(), field.label() + " is missing");
            }
        }
        return inputs;
    }

    private static Object number(Field field, String value) {
        try {
            BigDecimal number = new BigDecimal(value);
            boolean whole = number.stripTrailingZeros().scale() <= 0 && number.precision() <= 9;
            return whole ? (Object) number.intValueExact() : (Object) number.doubleValue();
        } catch (ArithmeticException | NumberFormatException e) {
            throw new BadRunException(Kind.BAD_INPUT, field.key(), field.label() + " must be a number");
        }
    }
}
