package dev.baton.lab.posix;

import dev.baton.lab.posix.Syntax.Redirect;
import dev.baton.lab.posix.Syntax.Target;
import java.util.ArrayList;
import java.util.List;

/** Reads where the input of a command comes from, and where its outputs go. */
final class RedirectParser {

    private final Characters line;

    RedirectParser(Characters line) {
        this.line = line;
    }

    List<Redirect> all() {
        List<Redirect> redirects = new ArrayList<>();
        line.skipBlanks();
        while (take(redirects)) {
            line.skipBlanks();
        }
        return redirects;
    }

    boolean take(List<Redirect> redirects) {
        if (line.take("<")) {
            nowhere();
            redirects.add(new Redirect(0, Target.NOWHERE));
            return true;
        }
        for (int from = 1; from <= 2; from++) {
            if (line.take(from + ">&")) {
                redirects.add(new Redirect(from, line.take("1") ? Target.OUTPUT : errors()));
                return true;
            }
            if (line.take(from + ">") || (from == 1 && line.take(">"))) {
                line.take(">");
                nowhere();
                redirects.add(new Redirect(from, Target.NOWHERE));
                return true;
            }
        }
        return false;
    }

    private Target errors() {
        if (!line.take("2")) {
            throw line.unexpected();
        }
        return Target.ERRORS;
    }

    /** The simulated hosts have no files to read from or to write to. */
    private void nowhere() {
        line.skipBlanks();
        if (!line.take("/dev/null")) {
            throw line.unexpected();
        }
    }
}
