package dev.baton.delegates.patch.manager;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Device;
import dev.baton.action.Privilege;
import dev.baton.action.Problem;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** SUSE and openSUSE, where security updates are patches: bundles of packages with a name of their own. */
final class Zypper implements PackageManager {

    private static final int LOCKED = 7;
    private static final int REBOOT_NEEDED = 102;
    private static final int RESTART_NEEDED = 103;

    @Override
    public List<Command> listing(Privilege privilege) {
        return List.of(
                Command.exec(privilege.line("env", "LC_ALL=C", "zypper", "-n", "refresh"))
                        .within(Duration.ofMinutes(5)),
                Command.exec(privilege.line("env", "LC_ALL=C", "zypper", "-n", "-x", "list-updates"))
                        .within(Duration.ofMinutes(2)),
                Command.exec(privilege.line("env", "LC_ALL=C", "zypper", "-n", "-x", "list-patches", "-g", "security"))
                        .within(Duration.ofMinutes(2)));
    }

    @Override
    public void requireListed(Device device, Answer answer) {
        require(device, answer, 0);
    }

    @Override
    public List<Patch> pending(Device device, List<Answer> answers) {
        return Stream.concat(
                        updates(device, answers.get(1), "package").map(update -> patch(update, false)),
                        updates(device, answers.get(2), "patch").map(update -> patch(update, true)))
                .toList();
    }

    @Override
    public Command installation(Selection selection, Privilege privilege) {
        String line = selection.scope() == PatchScope.ALL
                ? privilege.line("env", "LC_ALL=C", "zypper", "-n", "update", "-l")
                : privilege.line("env", "LC_ALL=C", "zypper", "-n", "patch", "--category", "security", "-l");
        return Command.exec(line).changing().detach().within(Duration.ofHours(1));
    }

    /** 106 (a repository was skipped) and 107 (a script of a package failed) count as failures. */
    @Override
    public Installed installed(Device device, Answer answer) {
        require(device, answer, 0, REBOOT_NEEDED, RESTART_NEEDED);
        return answer.exitStatus() != null && answer.exitStatus() == RESTART_NEEDED
                ? Installed.CALL_AGAIN
                : Installed.DONE;
    }

    private static void require(Device device, Answer answer, Integer... accepted) {
        if (answer.exitStatus() != null && answer.exitStatus() == LOCKED) {
            throw Problem.LOCKED.because(device.name() + ": another process holds zypper's lock");
        }
        Failures.require(device, answer, accepted);
    }

    private static Patch patch(Element update, boolean security) {
        return new Patch(
                update.getAttribute("name"),
                update.getAttribute("edition-old"),
                update.getAttribute("edition"),
                security);
    }

    private static Stream<Element> updates(Device device, Answer answer, String kind) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            // Its own handler prints to the console.
            builder.setErrorHandler(new DefaultHandler());
            NodeList updates = builder.parse(new InputSource(new StringReader(answer.output())))
                    .getElementsByTagName("update");
            return IntStream.range(0, updates.getLength())
                    .mapToObj(updates::item)
                    .map(Element.class::cast)
                    .filter(update -> kind.equals(update.getAttribute("kind")));
        } catch (SAXException | IOException e) {
            throw Problem.ANSWER_INCOMPLETE.because(
                    device.name() + ": zypper's list is not readable: " + e.getMessage());
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("this JDK's XML parser cannot refuse document types", e);
        }
    }
}
