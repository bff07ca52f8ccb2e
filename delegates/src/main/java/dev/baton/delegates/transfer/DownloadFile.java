package dev.baton.delegates.transfer;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Content;
import dev.baton.action.Delegate;
import dev.baton.action.Device;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Dialect;
import dev.baton.action.FetchedFiles;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.action.Session;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Fetches a file from devices and keeps it with the run. Only reads the device, so repeating it is safe. */
@Component("downloadFile")
@Delegate(
        name = "Download file",
        description = "Fetches a file from each device by SFTP and keeps it in the installation's folder for downloads,"
                + " below the run and the device. A file that is larger than allowed is not fetched.",
        inputs = DownloadFileInputs.class)
class DownloadFile implements DeviceDelegate<DownloadFileInputs> {

    private static final int KIB = 1024;

    private final FetchedFiles downloads;

    DownloadFile(FetchedFiles downloads) {
        this.downloads = downloads;
    }

    @Override
    public List<Command> render(Device device, Dialect dialect, DownloadFileInputs inputs) {
        return List.of(Command.sftpFetch(inputs.path(), inputs.maxSize() * KIB).within(inputs.timeout()));
    }

    @Override
    public Result interpret(Session session, DownloadFileInputs inputs, List<Answer> answers) {
        String device = session.device().name();
        Content content = answers.get(0).content();
        if (content == null) {
            throw Problem.ANSWER_INCOMPLETE.because(device + ": " + inputs.path() + " came without its content");
        }
        String file = downloads.keep(session.run(), device, inputs.path(), content);
        return Result.unchanged("kept " + content.size() + " bytes as " + file)
                .with(Map.of("file", file, "bytes", content.size(), "sha256", content.sha256()));
    }
}
