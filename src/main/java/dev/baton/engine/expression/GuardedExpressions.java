package dev.baton.engine.expression;

import java.lang.reflect.Method;
import java.util.Set;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpression;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ValueExpression;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates expressions over process variables and delegates only. Without it every Spring bean and, by reflection, every
 * class of the JVM is in reach of whoever writes a diagram or a query.
 */
public final class GuardedExpressions extends JuelExpressionManager {

    private static final Set<String> FUNCTIONS =
            Set.of("currentUser", "currentUserGroups", "now", "dateTime", "S", "JSON");

    private final Delegates delegates;

    public GuardedExpressions(Delegates delegates) {
        this.delegates = delegates;
    }

    @Override
    public void addFunction(String name, Method function) {
        if (FUNCTIONS.contains(name)) {
            super.addFunction(name, function);
        }
    }

    @Override
    public Expression createExpression(String expression) {
        return new Scoped(createValueExpression(expression), this, expression);
    }

    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver resolvers = new CompositeELResolver();
        resolvers.add(new CallGuard());
        resolvers.add(new VariableScopeElResolver());
        resolvers.add(new VariableContextElResolver());
        resolvers.add(new DelegateResolver(delegates));
        resolvers.add(new ListELResolver(true));
        resolvers.add(new MapELResolver(true));
        return resolvers;
    }

    /** An expression that needs variables to look at; queries have none, so an expression in a query is refused everywhere. */
    private static final class Scoped extends JuelExpression {

        Scoped(ValueExpression value, JuelExpressionManager manager, String text) {
            super(value, manager, text);
        }

        @Override
        public @Nullable Object getValue(
                @Nullable VariableScope variables, @Nullable BaseDelegateExecution contextExecution) {
            if (variables == null && !isLiteralText()) {
                throw new BadUserRequestException("Expressions are not allowed in queries: " + getExpressionText());
            }
            return super.getValue(variables, contextExecution);
        }
    }
}
