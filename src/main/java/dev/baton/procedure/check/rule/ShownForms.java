package dev.baton.procedure.check.rule;

import dev.baton.engine.task.TaskForm;
import dev.baton.procedure.check.Subject;
import dev.baton.procedure.source.Diagram;
import dev.baton.procedure.source.Form;
import dev.baton.procedure.source.SourceFile;
import dev.baton.procedure.source.UnreadableFileException;
import dev.baton.procedure.source.Xml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.w3c.dom.Element;

/** The forms of a procedure as the server will check what is posted; {@link FormsFit} reports those it cannot read. */
final class ShownForms {

    private ShownForms() {}

    /** The form that a task or a start event shows; without one, an empty form. */
    static TaskForm of(Subject subject, Element element) {
        String id = Diagram.camunda(element, "formRef");
        for (SourceFile file : subject.bundle().forms()) {
            try {
                if (Form.parse(file).id().equals(id)) {
                    return TaskForm.parse(new ByteArrayInputStream(file.content()));
                }
            } catch (UnreadableFileException | IOException e) {
                continue;
            }
        }
        return TaskForm.empty();
    }

    /** The form of the start event of the procedure. */
    static TaskForm ofStart(Subject subject) {
        return subject.diagram().processes().stream()
                .flatMap(process -> Xml.children(process, Diagram.BPMN, "startEvent").stream())
                .filter(start -> start.hasAttributeNS(Diagram.CAMUNDA, "formRef"))
                .findFirst()
                .map(start -> of(subject, start))
                .orElseGet(TaskForm::empty);
    }
}
