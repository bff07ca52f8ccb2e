package dev.baton.delegates.release;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Delegate;
import dev.baton.action.Device;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Dialect;
import dev.baton.action.Effect;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.action.Session;
import dev.baton.action.Shell;
import dev.baton.action.SourceFiles;
import dev.baton.action.Upload;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Brings a release to hosts and unpacks it beside the one that runs, which it leaves alone. */
@Component("stageRelease")
@Delegate(
        name = "Stage release",
        description =
                "Brings an artefact to each host, by SFTP or by the host's own curl, compares its digest there and"
                        + " unpacks it into a folder of its own. A release that is there already is left alone.",
        effect = Effect.CONVERGE,
        inputs = StageReleaseInputs.class)
class StageRelease implements DeviceDelegate<StageReleaseInputs> {

    private static final String UNPACK = """
            test -f "$5"; \
            echo "$3  $5" | sha256sum --status -c - || { echo "another SHA-256 than $3" >&2; exit 3; }; \
            rm -rf "releases/.$2"; mkdir -p "releases/.$2"; \
            case "$4" in *.tar|*.tar.*|*.tgz) tar -xf "$5" -C "releases/.$2" --no-same-owner;; \
            *) cp "$5" "releases/.$2/$4"; chmod 0755 "releases/.$2/$4";; esac; \
            echo "$3" > "releases/.$2/.sha256"; mv -T "releases/.$2" "releases/$2"; rm -f "$5"\
            """;

    private final SourceFiles files;

    StageRelease(SourceFiles files) {
        this.files = files;
    }

    @Override
    public List<Command> render(Device device, Dialect dialect, StageReleaseInputs inputs) {
        ReleaseFolder.of(device, dialect, inputs.folder());
        ReleaseFolder.requireRelease(inputs.release());
        return List.of(stamp(inputs), bring(inputs), unpack(inputs));
    }

    @Override
    public Result perform(Session session, StageReleaseInputs inputs) {
        String wanted = inputs.sha256().toLowerCase(Locale.ROOT);
        String seen = session.send(stamp(inputs)).output().strip();
        if (seen.equals(wanted)) {
            return Result.unchanged("release " + inputs.release() + " is there already");
        }
        if (!seen.isEmpty()) {
            throw Problem.CHECK_FAILED.because(session.device().name() + ": release " + inputs.release()
                    + " is there with other content: SHA-256 " + seen + ", wanted " + wanted);
        }
        Answer brought = session.send(bring(inputs));
        ReleaseFolder.requireDone(session, brought, "bringing " + inputs.artefact());
        Answer unpacked = session.send(unpack(inputs));
        ReleaseFolder.requireDone(session, unpacked, "unpacking " + inputs.artefact());
        return Result.changed("brought release " + inputs.release());
    }

    private static Command stamp(StageReleaseInputs inputs) {
        return Command.exec(
                Shell.POSIX.line("cat", inputs.folder() + "/" + ReleaseFolder.link(inputs.release()) + "/.sha256"));
    }

    private Command bring(StageReleaseInputs inputs) {
        String place = inputs.folder() + "/" + incoming(inputs);
        Command command = inputs.isRemote()
                ? Command.exec(Shell.POSIX.line(
                                "curl", "-fsSL", "--proto", "=https,http", "-o", place, inputs.artefact()))
                        .changing()
                : Command.sftpWrite(Upload.of(place, files.read(inputs.artefact(), inputs.sha256())));
        return command.within(inputs.timeout());
    }

    private static Command unpack(StageReleaseInputs inputs) {
        return new ReleaseFolder(inputs.folder())
                .script(
                        "baton-unpack",
                        UNPACK,
                        inputs.release(),
                        inputs.sha256().toLowerCase(Locale.ROOT),
                        inputs.fileName(),
                        incoming(inputs))
                .within(inputs.timeout());
    }

    private static String incoming(StageReleaseInputs inputs) {
        return ".incoming-" + inputs.release();
    }
}
