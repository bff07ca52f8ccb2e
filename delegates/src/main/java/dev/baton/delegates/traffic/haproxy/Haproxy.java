package dev.baton.delegates.traffic.haproxy;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Device;
import dev.baton.action.Dialect;
import dev.baton.action.Problem;
import dev.baton.action.Session;
import dev.baton.action.Shell;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The runtime socket of haproxy on a load balancer: it answers a change with an empty line, and a refusal with text. */
public record Haproxy(String socket, SocketClient client) {

    private static final Pattern PID = Pattern.compile("^Pid: (\\d+)$", Pattern.MULTILINE);

    public static void requireHost(Device device, Dialect dialect) {
        if (dialect.shell() != Shell.POSIX) {
            throw Problem.UNSUPPORTED.because(
                    device.name() + " (" + dialect.platform() + ") has no runtime socket of haproxy");
        }
    }

    public Command stat() {
        return command("show stat");
    }

    public Command info() {
        return command("show info");
    }

    public Command state(ServerName server, String state) {
        return command("set server " + server + " state " + state).changing();
    }

    /** Forgets earlier health checks, so that only new ones can bring the server up. */
    public Command forgetHealth(ServerName server) {
        return command("set server " + server + " health down").changing();
    }

    public Command endSessions(ServerName server) {
        return command("shutdown sessions server " + server).changing();
    }

    public List<Member> members(Session session) {
        Answer answer = answered(session, stat());
        return Statistics.members(session.device(), answer.wholeOutput(session.device()));
    }

    /** The process that keeps the states; after a reload it is another one, which has forgotten them. */
    public String process(Session session) {
        Matcher pid = PID.matcher(answered(session, info()).output());
        if (!pid.find()) {
            throw Problem.ANSWER_INCOMPLETE.because(session.device().name() + ": haproxy does not tell its process id");
        }
        return pid.group(1);
    }

    public void change(Session session, Command command) {
        String said = answered(session, command).output().strip();
        if (!said.isEmpty()) {
            throw Problem.COMMAND_REJECTED.because(
                    session.device().name() + ": " + command.text() + ": haproxy says: " + said);
        }
    }

    private static Answer answered(Session session, Command command) {
        Answer answer = session.send(command);
        if (!answer.succeeded()) {
            throw Problem.COMMAND_REJECTED.because(
                    session.device().name() + ": " + command.text() + " ended with " + answer.ending());
        }
        return answer;
    }

    private Command command(String words) {
        return Command.exec(
                Shell.POSIX.line("printf", "%s\\n", words) + " | " + Shell.POSIX.line(client.words(socket)));
    }
}
