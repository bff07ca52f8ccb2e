package dev.baton.web.page;

import static java.util.stream.Collectors.joining;

import dev.baton.web.BadInputException;
import dev.baton.web.ForbiddenException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/** Turns what goes wrong in a page into a page that says so. */
@ControllerAdvice(basePackageClasses = PageErrors.class)
final class PageErrors {

    @ExceptionHandler
    ModelAndView notFound(NotFoundException e) {
        return page(HttpStatus.NOT_FOUND, e.getMessage());
    }

    @ExceptionHandler
    ModelAndView forbidden(ForbiddenException e) {
        return page(HttpStatus.FORBIDDEN, e.getMessage());
    }

    @ExceptionHandler
    ModelAndView wrongParameter(MethodArgumentTypeMismatchException e) {
        Class<?> type = e.getRequiredType();
        String allowed = type == null || !type.isEnum()
                ? ""
                : " It must be one of "
                        + Arrays.stream(type.getEnumConstants())
                                .map(Object::toString)
                                .collect(joining(", ")) + ".";
        return page(HttpStatus.BAD_REQUEST, "\"" + e.getName() + "\" cannot be \"" + e.getValue() + "\"." + allowed);
    }

    @ExceptionHandler
    ModelAndView badInput(BadInputException e) {
        return page(HttpStatus.BAD_REQUEST, "\"" + e.field() + "\" " + e.getMessage() + ".");
    }

    @ExceptionHandler
    ModelAndView missingParameter(MissingServletRequestParameterException e) {
        return page(HttpStatus.BAD_REQUEST, "\"" + e.getParameterName() + "\" is missing.");
    }

    private static ModelAndView page(HttpStatus status, @Nullable String message) {
        ModelAndView page = new ModelAndView("error");
        page.setStatus(status);
        page.addObject("status", status.value());
        page.addObject("error", status.getReasonPhrase());
        page.addObject("message", message);
        return page;
    }
}
