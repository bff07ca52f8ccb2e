package dev.baton.procedure.source;

import java.util.List;
import org.w3c.dom.Element;

/** A DMN file, seen as the ids of its decisions. */
public final class Decision {

    private Decision() {}

    /** The ids of the decisions in a file. @throws UnreadableFileException when it is not DMN */
    public static List<String> parse(SourceFile file) throws UnreadableFileException {
        Element root = Xml.parse(file.content()).getDocumentElement();
        if (!"definitions".equals(root.getLocalName())
                || !String.valueOf(root.getNamespaceURI()).contains("/DMN/")) {
            throw new UnreadableFileException("the root is <" + root.getNodeName() + ">, not <definitions> of DMN");
        }
        return Xml.children(root).stream()
                .filter(element -> "decision".equals(element.getLocalName()))
                .map(element -> element.getAttribute("id"))
                .toList();
    }

    /** The same; a file that cannot be read goes by its name, so that the check can say what is wrong with it. */
    static List<String> idsOf(SourceFile file) {
        try {
            return parse(file);
        } catch (UnreadableFileException e) {
            return List.of(file.baseName());
        }
    }
}
