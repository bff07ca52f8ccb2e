package dev.baton.web.page;

import dev.baton.identity.AccessTokens;
import dev.baton.web.Viewer;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A person's own tokens for scripts; auditors see everybody's, and administrators end them. */
@Controller
final class TokensPage {

    private static final int LONGEST_DAYS = 365;
    private static final int LONGEST_PURPOSE = 255;

    private final AccessTokens tokens;

    TokensPage(AccessTokens tokens) {
        this.tokens = tokens;
    }

    @GetMapping("/tokens")
    String list(Model model) {
        Viewer viewer = Viewer.current();
        model.addAttribute("tokens", tokens.list(viewer.audits() ? null : viewer.name()));
        model.addAttribute("now", Clock.systemUTC().instant());
        model.addAttribute("longestDays", LONGEST_DAYS);
        return "tokens";
    }

    /** The token is shown in the answer and nowhere else, so there is no redirect. */
    @PostMapping("/tokens")
    String make(@RequestParam String purpose, @RequestParam String days, Model model) {
        String what = purpose.strip();
        String refusal = refusal(what, days.strip());
        if (refusal.isEmpty()) {
            Duration validFor = Duration.ofDays(Integer.parseInt(days.strip()));
            model.addAttribute("token", tokens.make(Viewer.current().name(), what, validFor));
        } else {
            model.addAttribute("refused", refusal);
            model.addAttribute("purpose", what);
            model.addAttribute("days", days);
        }
        return list(model);
    }

    @PostMapping("/tokens/{id}/revoke")
    String revoke(@PathVariable String id, RedirectAttributes notices) {
        Viewer viewer = Viewer.current();
        boolean revoked = tokens.revoke(id, viewer.isAdministrator() ? null : viewer.name(), viewer.name());
        notices.addFlashAttribute(
                revoked ? "done" : "refused",
                revoked ? "Revoked." : "There is no such token of yours that still works.");
        return "redirect:/tokens";
    }

    private static String refusal(String purpose, String days) {
        if (purpose.isEmpty() || purpose.length() > LONGEST_PURPOSE) {
            return "No token was made: say what it is for, in at most " + LONGEST_PURPOSE + " characters.";
        }
        if (!days.matches("[1-9]\\d{0,2}") || Integer.parseInt(days) > LONGEST_DAYS) {
            return "No token was made: it can be valid for 1 to " + LONGEST_DAYS + " days, not \"" + days + "\".";
        }
        return "";
    }
}
