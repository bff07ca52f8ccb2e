package dev.baton.procedure.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reads XML of strangers: no document type, nothing fetched, bounded in size and depth. */
public final class Xml {

    private static final int DEEPEST = 100;

    private Xml() {}

    /** The document in these bytes. @throws UnreadableFileException saying where it stops being readable */
    public static Document parse(byte[] bytes) throws UnreadableFileException {
        if (bytes.length > SourceFile.LIMIT) {
            throw new UnreadableFileException("the file is larger than 2 MiB");
        }
        try {
            DocumentBuilder builder = factory().newDocumentBuilder();
            builder.setErrorHandler(new Strict());
            Document document = builder.parse(new InputSource(new ByteArrayInputStream(bytes)));
            refuseDeep(document);
            return document;
        } catch (SAXParseException e) {
            throw new UnreadableFileException("line " + e.getLineNumber() + ": " + e.getMessage());
        } catch (SAXException | IOException e) {
            throw new UnreadableFileException(String.valueOf(e.getMessage()));
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DocumentBuilderFactory factory() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        return factory;
    }

    /** Walks without recursion: a hostile file may be deeper than the stack of the thread. */
    private static void refuseDeep(Document document) throws UnreadableFileException {
        int depth = 0;
        Node node = document.getDocumentElement();
        while (node != null && node != document) {
            if (depth > DEEPEST) {
                throw new UnreadableFileException("elements are nested deeper than " + DEEPEST);
            }
            Node child = node.getFirstChild();
            if (child != null) {
                depth++;
                node = child;
                continue;
            }
            while (node != null && node != document && node.getNextSibling() == null) {
                depth--;
                node = node.getParentNode();
            }
            node = node == null || node == document ? null : node.getNextSibling();
        }
    }

    /** The child elements, in order. */
    public static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    /** The child elements of this namespace and name, in order. */
    public static List<Element> children(Element parent, String namespace, String name) {
        return children(parent).stream()
                .filter(child -> is(child, namespace, name))
                .toList();
    }

    /** The first child of this namespace and name, or null. */
    public static @Nullable Element child(Element parent, String namespace, String name) {
        List<Element> found = children(parent, namespace, name);
        return found.isEmpty() ? null : found.get(0);
    }

    /** All elements below, in document order. */
    public static List<Element> descendants(Element parent) {
        NodeList nodes = parent.getElementsByTagNameNS("*", "*");
        List<Element> elements = new ArrayList<>(nodes.getLength());
        for (Node node = nodes.item(0); node != null; node = following(node, parent)) {
            if (node instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }

    public static boolean is(Element element, String namespace, String name) {
        return name.equals(element.getLocalName()) && namespace.equals(element.getNamespaceURI());
    }

    private static @Nullable Node following(Node node, Node root) {
        if (node.getFirstChild() != null) {
            return node.getFirstChild();
        }
        Node current = node;
        while (current != null && current != root && current.getNextSibling() == null) {
            current = current.getParentNode();
        }
        return current == null || current == root ? null : current.getNextSibling();
    }

    private static final class Strict implements ErrorHandler {

        @Override
        public void warning(SAXParseException exception) {}

        @Override
        public void error(SAXParseException exception) throws SAXException {
            throw exception;
        }

        @Override
        public void fatalError(SAXParseException exception) throws SAXException {
            throw exception;
        }
    }
}
