package dev.baton.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import dev.baton.inventory.BadInventoryException;
import dev.baton.inventory.BadQueryException;
import dev.baton.run.BadRunException;
import dev.baton.web.BadInputException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns what goes wrong into problem details that name the field or the rule. */
@RestControllerAdvice(basePackageClasses = ApiProblems.class)
final class ApiProblems extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ApiProblems.class);

    @ExceptionHandler
    ProblemDetail badInput(BadInputException e) {
        return problem(HttpStatus.BAD_REQUEST, e.field() + " " + e.getMessage(), e.field());
    }

    @ExceptionHandler
    ProblemDetail badQuery(BadQueryException e) {
        return problem(HttpStatus.BAD_REQUEST, e.getMessage(), "query");
    }

    @ExceptionHandler
    ProblemDetail badRun(BadRunException e) {
        HttpStatus status = switch (e.kind()) {
            case BAD_INPUT -> HttpStatus.BAD_REQUEST;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
        };
        return problem(status, e.getMessage(), e.field());
    }

    @ExceptionHandler
    ProblemDetail badInventory(BadInventoryException e) {
        ProblemDetail problem = problem(HttpStatus.UNPROCESSABLE_ENTITY, "The inventory stays as it was.", null);
        problem.setProperty("faults", e.faults());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail missing(MissingException e) {
        return problem(HttpStatus.NOT_FOUND, e.getMessage(), null);
    }

    @ExceptionHandler
    ProblemDetail forbidden(AccessDeniedException e) {
        return problem(HttpStatus.FORBIDDEN, e.getMessage(), null);
    }

    @ExceptionHandler
    ProblemDetail unexpected(RuntimeException e) {
        log.error("A request failed", e);
        return problem(HttpStatus.INTERNAL_SERVER_ERROR, "The log of the server says why.", null);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String field = null;
        String detail = "The body is not the JSON that is expected here.";
        if (e.getCause() instanceof JsonMappingException mapping) {
            field = mapping.getPath().stream()
                    .map(reference -> reference.getFieldName() == null
                            ? "[" + reference.getIndex() + "]"
                            : reference.getFieldName())
                    .limit(20)
                    .collect(Collectors.joining("."));
        }
        if (e.getCause() instanceof JsonProcessingException json) {
            detail = firstLine(json.getOriginalMessage());
        }
        ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, detail, field);
        return handleExceptionInternal(e, problem, headers, HttpStatus.BAD_REQUEST, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String field =
                e instanceof MethodArgumentTypeMismatchException argument ? argument.getName() : e.getPropertyName();
        ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, field + " cannot be read as asked", field);
        return handleExceptionInternal(e, problem, headers, HttpStatus.BAD_REQUEST, request);
    }

    private static ProblemDetail problem(HttpStatus status, @Nullable String detail, @Nullable String field) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        if (field != null && !field.isEmpty()) {
            problem.setProperty("field", field);
        }
        return problem;
    }

    private static String firstLine(@Nullable String text) {
        String line = text == null ? "" : text.lines().findFirst().orElse("");
        return line.length() > 300 ? line.substring(0, 300) : line;
    }
}
