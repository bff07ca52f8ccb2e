package dev.baton.device.netconf;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.netconf.NetconfXml;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/** A session with a NETCONF server: greets, and then asks one thing at a time. */
public final class NetconfSession {

    private static final String BASE_1_1 = "urn:ietf:params:netconf:base:1.1";
    private static final String HELLO = "<hello xmlns=\"" + NetconfXml.BASE + "\"><capabilities>"
            + "<capability>urn:ietf:params:netconf:base:1.0</capability>"
            + "<capability>" + BASE_1_1 + "</capability></capabilities></hello>";

    private final String device;
    private final Framing framing;
    private final List<String> capabilities;
    private int messages;

    /**
     * Greets the server.
     *
     * @throws MalformedException when it does not speak NETCONF
     */
    public NetconfSession(String device, InputStream in, OutputStream out) throws IOException {
        this.device = device;
        framing = new Framing(new BufferedInputStream(in), out);
        framing.write(HELLO);
        capabilities = NetconfXml.children(Reply.element(framing.read(), "hello")).stream()
                .filter(child -> "capabilities".equals(child.getLocalName()))
                .flatMap(child -> NetconfXml.children(child).stream())
                .map(Element::getTextContent)
                .map(String::strip)
                .toList();
        if (capabilities.contains(BASE_1_1)) {
            framing.useChunks();
        }
    }

    /**
     * Asks for one operation.
     *
     * @throws IOException when the session ended, or cannot go on
     * @throws dev.baton.action.ActionProblem when the server does not do it
     */
    public Answer send(Command command) throws IOException {
        if (command.text().equals("<hello/>")) {
            return Answer.of(command, capabilities.stream().collect(Collectors.joining("\n", "", "\n")));
        }
        String id = String.valueOf(++messages);
        framing.write("<rpc xmlns=\"" + NetconfXml.BASE + "\" message-id=\"" + id + "\">" + command.text() + "</rpc>");
        Reply reply = Reply.read(framing.read(), id);
        reply.requireDone(device, operation(command));
        return Answer.of(command, reply.text());
    }

    private static String operation(Command command) {
        return command.text().replaceFirst("(?s)^<([\\w-]+).*", "$1");
    }
}
