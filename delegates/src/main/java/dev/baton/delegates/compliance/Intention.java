package dev.baton.delegates.compliance;

import dev.baton.action.Content;
import dev.baton.action.DataFile;
import dev.baton.action.Device;
import dev.baton.action.SourceFiles;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/** One row of the list that says which configuration a device is meant to have. */
record Intention(String device, String file, String sha256) {

    /** The configuration that the device is meant to have; empty where no list is given, or the list leaves the device out. */
    static Optional<String> of(SourceFiles files, CheckComplianceInputs inputs, Device device) {
        String list = inputs.intended();
        if (list == null) {
            return Optional.empty();
        }
        String rows = text(files.read(list, Objects.requireNonNullElse(inputs.intendedDigest(), "")));
        return DataFile.rows(list, rows, Intention.class).stream()
                .filter(row -> row.device().equals(device.name()))
                .findFirst()
                .map(row -> text(files.read(row.file(), row.sha256())));
    }

    static String text(Content content) {
        return new String(content.part(0, content.size()), StandardCharsets.UTF_8);
    }
}
