package dev.baton.web.request;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Answers for requests that failed outside pages and API, e.g. at the sign-in: scripts get problem details, people a page. */
@Controller
final class Failures implements ErrorController {

    @RequestMapping("/error")
    Object answer(HttpServletRequest request) {
        HttpStatus status = status(request);
        if (String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                .startsWith(request.getContextPath() + "/api/")) {
            return ResponseEntity.status(status).body(ProblemDetail.forStatusAndDetail(status, detail(status)));
        }
        ModelAndView page = new ModelAndView("error");
        page.setStatus(status);
        page.addObject("status", status.value());
        page.addObject("error", status.getReasonPhrase());
        page.addObject("message", detail(status));
        return page;
    }

    private static HttpStatus status(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        return status == null ? HttpStatus.NOT_FOUND : status;
    }

    private static String detail(HttpStatus status) {
        return switch (status) {
            case UNAUTHORIZED -> "Sign in first: name or password is missing or wrong.";
            case FORBIDDEN -> "None of your groups may do this.";
            case NOT_FOUND -> "Nothing has this address.";
            default -> status.is5xxServerError() ? "The log of the server says why." : status.getReasonPhrase() + ".";
        };
    }
}
