package dev.baton.engine.expression;

import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.json.SpinJsonNode;
import org.jspecify.annotations.Nullable;

/** The closed list of what an expression can ask of a value. Written out, so that nothing is reached by reflection. */
final class AllowedCalls {

    private AllowedCalls() {}

    /** What was read; null is a possible answer. */
    record Read(@Nullable Object value) {}

    static Optional<Read> read(Object base, String property) {
        if (base instanceof DelegateExecution execution) {
            return switch (property) {
                case "id" -> found(execution.getId());
                case "processInstanceId" -> found(execution.getProcessInstanceId());
                case "processBusinessKey", "businessKey" -> found(execution.getProcessBusinessKey());
                case "processDefinitionId" -> found(execution.getProcessDefinitionId());
                case "currentActivityId" -> found(execution.getCurrentActivityId());
                case "currentActivityName" -> found(execution.getCurrentActivityName());
                default -> Optional.empty();
            };
        }
        if (base instanceof Task task) {
            return switch (property) {
                case "id" -> found(task.getId());
                case "name" -> found(task.getName());
                case "assignee" -> found(task.getAssignee());
                default -> Optional.empty();
            };
        }
        return Optional.empty();
    }

    static Optional<Read> call(@Nullable Object base, String method, List<@Nullable Object> arguments) {
        if (base instanceof String text) {
            return text(text, method, arguments);
        }
        if (base instanceof Collection<?> collection) {
            return collection(collection, method, arguments);
        }
        if (base instanceof Map<?, ?> map) {
            return map(map, method, arguments);
        }
        if (base instanceof Number number && arguments.isEmpty()) {
            return number(number, method);
        }
        if (base instanceof Date date && arguments.isEmpty() && method.equals("getTime")) {
            return found(date.getTime());
        }
        if (base instanceof SpinJsonNode json) {
            return json(json, method, arguments);
        }
        if (base instanceof VariableScope scope && arguments.size() == 1 && arguments.get(0) instanceof String name) {
            return switch (method) {
                case "getVariable" -> found(scope.getVariable(name));
                case "hasVariable" -> found(scope.hasVariable(name));
                default -> Optional.empty();
            };
        }
        return Optional.empty();
    }

    private static Optional<Read> text(String text, String method, List<@Nullable Object> arguments) {
        if (arguments.isEmpty()) {
            return switch (method) {
                case "isEmpty" -> found(text.isEmpty());
                case "isBlank" -> found(text.isBlank());
                case "length" -> found(text.length());
                case "trim" -> found(text.trim());
                case "toLowerCase" -> found(text.toLowerCase(Locale.ROOT));
                case "toUpperCase" -> found(text.toUpperCase(Locale.ROOT));
                default -> Optional.empty();
            };
        }
        if (arguments.size() == 1 && arguments.get(0) instanceof String other) {
            return switch (method) {
                case "contains" -> found(text.contains(other));
                case "startsWith" -> found(text.startsWith(other));
                case "endsWith" -> found(text.endsWith(other));
                case "equals" -> found(text.equals(other));
                case "equalsIgnoreCase" -> found(text.equalsIgnoreCase(other));
                default -> Optional.empty();
            };
        }
        return Optional.empty();
    }

    private static Optional<Read> collection(Collection<?> values, String method, List<@Nullable Object> arguments) {
        if (arguments.size() == 1) {
            return switch (method) {
                case "contains" -> found(values.contains(arguments.get(0)));
                case "get" ->
                    values instanceof List<?> list && arguments.get(0) instanceof Number index
                            ? found(list.get(index.intValue()))
                            : Optional.empty();
                default -> Optional.empty();
            };
        }
        return arguments.isEmpty() ? sized(method, values.size()) : Optional.empty();
    }

    private static Optional<Read> map(Map<?, ?> values, String method, List<@Nullable Object> arguments) {
        if (arguments.size() == 1) {
            return switch (method) {
                case "containsKey" -> found(values.containsKey(arguments.get(0)));
                case "get" -> found(values.get(arguments.get(0)));
                default -> Optional.empty();
            };
        }
        return arguments.isEmpty() ? sized(method, values.size()) : Optional.empty();
    }

    private static Optional<Read> sized(String method, int size) {
        return switch (method) {
            case "size" -> found(size);
            case "isEmpty" -> found(size == 0);
            default -> Optional.empty();
        };
    }

    private static Optional<Read> number(Number number, String method) {
        return switch (method) {
            case "intValue" -> found(number.intValue());
            case "longValue" -> found(number.longValue());
            case "doubleValue" -> found(number.doubleValue());
            default -> Optional.empty();
        };
    }

    private static Optional<Read> json(SpinJsonNode json, String method, List<@Nullable Object> arguments) {
        if (arguments.isEmpty()) {
            return switch (method) {
                case "stringValue" -> found(json.stringValue());
                case "numberValue" -> found(json.numberValue());
                case "boolValue" -> found(json.boolValue());
                case "isNull" -> found(json.isNull());
                case "isArray" -> found(json.isArray());
                case "elements" -> found(json.elements());
                case "fieldNames" -> found(json.fieldNames());
                default -> Optional.empty();
            };
        }
        if (arguments.size() == 1 && arguments.get(0) instanceof String name) {
            return switch (method) {
                case "prop" -> found(json.prop(name));
                case "hasProp" -> found(json.hasProp(name));
                default -> Optional.empty();
            };
        }
        return Optional.empty();
    }

    private static Optional<Read> found(@Nullable Object value) {
        return Optional.of(new Read(value));
    }
}
