package dev.baton.identity.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.WebAttributes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The one page that needs no person. */
@Controller
class LoginPage {

    @GetMapping("/login")
    String show(HttpServletRequest request, Model model) {
        model.addAttribute("signedOut", request.getParameter("logout") != null);
        model.addAttribute("failure", request.getParameter("error") == null ? "" : failure(request));
        return "login";
    }

    private static String failure(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Object failure = session == null ? null : session.getAttribute(WebAttributes.AUTHENTICATION_EXCEPTION);
        return failure instanceof AuthenticationException exception && exception.getMessage() != null
                ? exception.getMessage()
                : "Name or password is wrong.";
    }
}
