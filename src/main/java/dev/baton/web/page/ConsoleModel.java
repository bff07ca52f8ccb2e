package dev.baton.web.page;

import dev.baton.history.QuarantineView;
import dev.baton.history.Quarantines;
import dev.baton.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page shows. */
@ControllerAdvice(basePackageClasses = ConsoleModel.class)
final class ConsoleModel {

    private final Quarantines quarantines;

    ConsoleModel(Quarantines quarantines) {
        this.quarantines = quarantines;
    }

    /** Null unless nothing is begun now. */
    @ModelAttribute("quarantine")
    @Nullable
    QuarantineView quarantine() {
        return quarantines.current().orElse(null);
    }

    @ModelAttribute("viewer")
    Viewer viewer() {
        return Viewer.current();
    }
}
