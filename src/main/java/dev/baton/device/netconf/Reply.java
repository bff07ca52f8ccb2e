package dev.baton.device.netconf;

import dev.baton.action.Problem;
import dev.baton.action.netconf.NetconfXml;
import java.util.List;
import java.util.stream.Collectors;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** What a server answered to one operation. */
record Reply(Element element) {

    /** @throws MalformedException when it is no reply to the message with this id */
    static Reply read(String xml, String id) throws MalformedException {
        Element element = element(xml, "rpc-reply");
        String answered = element.getAttribute("message-id");
        if (!answered.equals(id)) {
            throw new MalformedException("wanted the reply to message " + id + ", got that to \"" + answered + "\"");
        }
        return new Reply(element);
    }

    /** @throws MalformedException when it is another element than this one of the protocol */
    static Element element(String xml, String name) throws MalformedException {
        try {
            Element element = NetconfXml.read(xml.strip());
            if (!name.equals(element.getLocalName()) || !NetconfXml.BASE.equals(element.getNamespaceURI())) {
                throw new MalformedException("wanted " + name + " of NETCONF, got " + element.getNodeName());
            }
            return element;
        } catch (SAXException e) {
            throw new MalformedException("no XML: " + e.getMessage());
        }
    }

    /** @throws dev.baton.action.ActionProblem when the server did not do it, as the first of its errors says */
    void requireDone(String device, String operation) {
        List<RpcError> errors = NetconfXml.children(element).stream()
                .filter(child -> "rpc-error".equals(child.getLocalName()))
                .map(RpcError::of)
                .filter(error -> !error.isWarning())
                .toList();
        if (!errors.isEmpty()) {
            Problem problem = errors.get(0).problem();
            throw problem.because(device + ": " + operation + ": the device answers "
                    + errors.stream().map(RpcError::toString).collect(Collectors.joining("; ")));
        }
    }

    /** The element {@code data} where there is one; else {@code ok}, or warnings. */
    String text() {
        return NetconfXml.children(element).stream().map(NetconfXml::write).collect(Collectors.joining());
    }
}
