package dev.baton.delegates.restic;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Device;
import dev.baton.action.Dialect;
import dev.baton.action.Json;
import dev.baton.action.Privilege;
import dev.baton.action.Problem;
import dev.baton.action.Session;
import dev.baton.action.Shell;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Restic on a host, with one repository. Its password stays in a file of the host: Baton never sees it. */
record Restic(Device device, String repository, String passwordFile, Privilege privilege) {

    static Restic on(Device device, String repository, String passwordFile, boolean become) {
        return new Restic(device, repository, passwordFile, Privilege.of(device, become));
    }

    static void requireHost(Device device, Dialect dialect) {
        if (dialect.shell() != Shell.POSIX) {
            throw Problem.UNSUPPORTED.because(device.name() + " (" + dialect.platform() + ") does not run restic");
        }
    }

    /** By env, which ends with 127 where there is no restic; its progress once a minute, which is enough. */
    Command command(String... words) {
        List<String> line = new ArrayList<>(List.of(
                "env",
                "LC_ALL=C",
                "TZ=UTC",
                "RESTIC_PROGRESS_FPS=0.0166",
                "restic",
                "--repo",
                repository,
                "--password-file",
                passwordFile));
        line.addAll(Arrays.asList(words));
        return Command.exec(privilege.line(line.toArray(String[]::new)));
    }

    /** The snapshots of this host that carry a tag. */
    Command tagged(String tag) {
        return command("snapshots", "--json", "--host", device.name(), "--tag", tag);
    }

    List<Snapshot> snapshots(Session session, Command command) {
        Answer answer = session.send(command);
        requireOpened(answer);
        if (!answer.succeeded()) {
            throw failed(answer);
        }
        return Json.read(answer.wholeOutput(device))
                .orElseThrow(() -> Problem.ANSWER_INCOMPLETE.because(
                        device.name() + ": restic shows its snapshots otherwise than as JSON"))
                .items()
                .stream()
                .map(Snapshot::of)
                .toList();
    }

    /** Goes on unless the repository cannot be used at all; restic 0.14 ends with 1 for all of these. */
    void requireOpened(Answer answer) {
        Privilege.requireGranted(device, answer);
        String said = answer.errorOutput();
        if (said.contains("wrong password or no key found")) {
            throw Problem.CHECK_FAILED.because(
                    device.name() + ": the password in " + passwordFile + " opens no key of " + repository);
        }
        if (said.contains("Resolving password failed")) {
            throw Problem.CHECK_FAILED.because(device.name() + ": there is no password to read in " + passwordFile);
        }
        if (said.contains("unable to open config file") || said.contains("Is there a repository at")) {
            throw Problem.CHECK_FAILED.because(device.name() + ": there is no repository at " + repository);
        }
        if (said.contains("already locked")) {
            throw Problem.LOCKED.because(device.name() + ": " + repository + " is locked: " + said.strip());
        }
    }

    RuntimeException failed(Answer answer) {
        return Problem.COMMAND_REJECTED.because(
                device.name() + ": \"" + answer.command().text() + "\" ended with " + answer.ending());
    }
}
