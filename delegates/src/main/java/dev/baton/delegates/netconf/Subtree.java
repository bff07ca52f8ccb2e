package dev.baton.delegates.netconf;

import dev.baton.action.Problem;
import dev.baton.action.netconf.NetconfXml;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Elements of a configuration, below the element that the protocol puts around them. */
record Subtree(Element root) {

    private static final String OPERATION = "operation";
    private static final Set<String> GONE = Set.of("delete", "remove");

    /**
     * @param name of the element around them, and of the input
     * @throws dev.baton.action.ActionProblem {@code BAD_INPUT} for what is no XML, or has no element
     */
    static Subtree read(String name, String xml) {
        String opening = "<" + name + " xmlns=\"" + NetconfXml.BASE + "\" xmlns:nc=\"" + NetconfXml.BASE + "\"";
        try {
            Element root = NetconfXml.read(opening + ">" + xml + "</" + name + ">");
            if (NetconfXml.children(root).isEmpty()) {
                throw Problem.BAD_INPUT.because("the input " + name + " has no element");
            }
            return new Subtree(root);
        } catch (SAXException e) {
            throw Problem.BAD_INPUT.because("the input " + name + " is no XML: " + e.getMessage());
        }
    }

    /** What a device answered. */
    static Subtree answered(String device, String xml) {
        try {
            return new Subtree(NetconfXml.read(xml));
        } catch (SAXException e) {
            throw Problem.ANSWER_INCOMPLETE.because(device + ": the configuration is no XML: " + e.getMessage());
        }
    }

    String xml() {
        return NetconfXml.write(root);
    }

    /** The elements as they are, as a subtree filter. */
    String filter() {
        root.setAttribute("type", "subtree");
        return xml();
    }

    /** A filter for these and other elements by their names only, so that it shows what they are now. */
    String filterOfNames(Subtree others) {
        Document document = root.getOwnerDocument();
        Element filter = document.createElementNS(NetconfXml.BASE, "filter");
        filter.setAttribute("type", "subtree");
        Stream.of(this, others).distinct().forEach(subtree -> {
            Element names = (Element) document.importNode(subtree.root(), true);
            bare(names);
            NetconfXml.children(names).forEach(filter::appendChild);
        });
        return NetconfXml.write(filter);
    }

    private static void bare(Element element) {
        element.removeAttributeNS(NetconfXml.BASE, OPERATION);
        List<Element> children = NetconfXml.children(element);
        if (children.isEmpty()) {
            element.setTextContent("");
        }
        children.forEach(Subtree::bare);
    }

    /** Paths of what a configuration lacks of these elements, and of what it has although they delete it. */
    List<String> missingIn(Subtree shown) {
        List<String> missing = new ArrayList<>();
        for (Element wanted : NetconfXml.children(root)) {
            collect(wanted, List.of(shown.root()), "", missing);
        }
        return missing;
    }

    private static void collect(Element wanted, List<Element> places, String path, List<String> missing) {
        List<Element> named = places.stream()
                .flatMap(place -> NetconfXml.children(place).stream())
                .filter(child -> sameName(child, wanted))
                .toList();
        String here = path + "/" + wanted.getLocalName();
        if (gone(wanted)) {
            if (named.stream().anyMatch(shown -> shows(shown, wanted))) {
                missing.add("no " + here);
            }
            return;
        }
        if (named.stream().anyMatch(shown -> shows(shown, wanted))) {
            return;
        }
        List<Element> children = NetconfXml.children(wanted);
        if (named.isEmpty() || children.isEmpty()) {
            missing.add(here + (children.isEmpty() ? "=" + text(wanted) : ""));
            return;
        }
        int before = missing.size();
        children.forEach(child -> collect(child, named, here, missing));
        if (missing.size() == before) {
            // Each is somewhere, but not all are in one entry.
            missing.add(here);
        }
    }

    /** Whether a shown element has everything that the wanted one has, whatever else it has. */
    private static boolean shows(Element shown, Element wanted) {
        List<Element> children = NetconfXml.children(wanted);
        if (children.isEmpty()) {
            return text(wanted).isEmpty() || text(wanted).equals(text(shown));
        }
        return children.stream().allMatch(child -> {
            boolean there = NetconfXml.children(shown).stream()
                    .anyMatch(candidate -> sameName(candidate, child) && shows(candidate, child));
            return there != gone(child);
        });
    }

    private static boolean gone(Element element) {
        Attr operation = element.getAttributeNodeNS(NetconfXml.BASE, OPERATION);
        return operation != null && GONE.contains(operation.getValue());
    }

    private static boolean sameName(Element one, Element other) {
        return one.getLocalName().equals(other.getLocalName())
                && Objects.equals(one.getNamespaceURI(), other.getNamespaceURI());
    }

    private static String text(Element element) {
        return element.getTextContent().strip();
    }
}
