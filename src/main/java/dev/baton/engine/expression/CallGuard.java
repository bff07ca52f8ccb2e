package dev.baton.engine.expression;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.jspecify.annotations.Nullable;

/**
 * Stands in front of all other resolvers: reads properties and calls methods of values by {@link AllowedCalls} alone and
 * refuses every other value, so no resolver behind it ever reflects on an object.
 */
final class CallGuard extends ReadOnlyResolver {

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, @Nullable Object property) {
        if (base == null || isData(base)) {
            return null;
        }
        Optional<AllowedCalls.Read> read = AllowedCalls.read(base, String.valueOf(property));
        context.setPropertyResolved(true);
        return read.orElseThrow(() -> refused("read '" + property + "' of", base))
                .value();
    }

    @Override
    public @Nullable Object invoke(
            ELContext context,
            @Nullable Object base,
            @Nullable Object method,
            Class<?> @Nullable [] types,
            @Nullable Object @Nullable [] arguments) {
        context.setPropertyResolved(true);
        List<@Nullable Object> given = arguments == null ? List.of() : Arrays.asList(arguments);
        return AllowedCalls.call(base, String.valueOf(method), given)
                .orElseThrow(() -> refused("call '" + method + "' with " + given.size() + " arguments on", base))
                .value();
    }

    @Override
    public void setValue(ELContext context, @Nullable Object base, @Nullable Object property, @Nullable Object value) {
        throw refused("set '" + property + "' of", base);
    }

    /** Lists and maps have resolvers of their own, which read elements and never methods. */
    private static boolean isData(Object base) {
        return base instanceof Collection<?> || base instanceof Map<?, ?>;
    }

    private static ELException refused(String wish, @Nullable Object base) {
        String kind =
                base == null ? "nothing" : "a value of type " + base.getClass().getSimpleName();
        return new ELException("Expressions may not " + wish + " " + kind);
    }
}
