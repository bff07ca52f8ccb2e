package dev.baton.delegates.transfer;

import dev.baton.action.Command;
import dev.baton.action.Content;
import dev.baton.action.Delegate;
import dev.baton.action.Device;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Dialect;
import dev.baton.action.Effect;
import dev.baton.action.Result;
import dev.baton.action.Session;
import dev.baton.action.SourceFiles;
import dev.baton.action.Upload;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Brings a file to devices, whole or not at all; where it stands already, nothing is written. */
@Component("uploadFile")
@Delegate(
        name = "Upload file",
        description =
                "Brings a file of the installation's folder to each device by SFTP, whole or not at all, and reads"
                        + " it back. The digest pins what is sent; a device that has the file already is left alone.",
        effect = Effect.CONVERGE,
        inputs = UploadFileInputs.class)
class UploadFile implements DeviceDelegate<UploadFileInputs> {

    private final SourceFiles files;

    UploadFile(SourceFiles files) {
        this.files = files;
    }

    @Override
    public List<Command> render(Device device, Dialect dialect, UploadFileInputs inputs) {
        Upload upload = upload(inputs);
        return List.of(compare(upload, inputs), write(upload, inputs));
    }

    @Override
    public Result perform(Session session, UploadFileInputs inputs) {
        Upload upload = upload(inputs);
        String seen = session.send(compare(upload, inputs)).output().strip();
        Result result = seen.equals("same")
                ? Result.unchanged("the file stands there already")
                : Result.changed(session.send(write(upload, inputs)).output().strip());
        return result.with(Map.of(
                "path", upload.path(),
                "bytes", upload.content().size(),
                "sha256", upload.content().sha256()));
    }

    private Upload upload(UploadFileInputs inputs) {
        Content content = files.read(inputs.file(), inputs.sha256());
        return new Upload(inputs.destination(), content, inputs.mode());
    }

    private static Command compare(Upload upload, UploadFileInputs inputs) {
        return Command.sftpCompare(upload).within(inputs.timeout());
    }

    private static Command write(Upload upload, UploadFileInputs inputs) {
        return Command.sftpWrite(upload).within(inputs.timeout());
    }
}
