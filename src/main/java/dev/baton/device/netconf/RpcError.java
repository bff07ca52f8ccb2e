package dev.baton.device.netconf;

import dev.baton.action.Problem;
import dev.baton.action.netconf.NetconfXml;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** Why a server did not do what it was asked, as its reply says. */
record RpcError(String tag, String severity, String path, String message) {

    private static final Set<String> BUSY = Set.of("lock-denied", "in-use", "resource-denied");
    private static final int SHOWN = 500;

    static RpcError of(Element error) {
        return new RpcError(
                text(error, "error-tag"),
                text(error, "error-severity"),
                text(error, "error-path"),
                text(error, "error-message"));
    }

    private static String text(Element error, String name) {
        String text = NetconfXml.children(error).stream()
                .filter(child -> name.equals(child.getLocalName()))
                .map(Element::getTextContent)
                .map(content -> content.strip().replaceAll("\\s+", " "))
                .findFirst()
                .orElse("");
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    }

    boolean isWarning() {
        return severity.equals("warning");
    }

    Problem problem() {
        if (BUSY.contains(tag)) {
            return Problem.LOCKED;
        }
        return tag.equals("operation-not-supported") ? Problem.UNSUPPORTED : Problem.COMMAND_REJECTED;
    }

    /** Tag, message and path, as far as they are there. */
    @Override
    public String toString() {
        String words = Stream.of(tag, message).filter(part -> !part.isEmpty()).collect(Collectors.joining(": "));
        return Optional.of(path)
                .filter(part -> !part.isEmpty())
                .map(part -> words + " at " + part)
                .orElse(words);
    }
}
