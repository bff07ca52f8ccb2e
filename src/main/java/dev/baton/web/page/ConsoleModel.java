package dev.baton.web.page;

import dev.baton.web.Viewer;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page shows. */
@ControllerAdvice(basePackageClasses = ConsoleModel.class)
final class ConsoleModel {

    @ModelAttribute("viewer")
    Viewer viewer() {
        return Viewer.current();
    }
}
