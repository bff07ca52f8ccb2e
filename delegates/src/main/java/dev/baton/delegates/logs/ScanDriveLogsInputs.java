package dev.baton.delegates.logs;

import dev.baton.action.Input;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which logs {@link ScanDriveLogs} reads, and how it judges. */
record ScanDriveLogsInputs(
        @Input(
                label = "Policy",
                description = "The table that gives points to what the logs, SMART and the arrays say of a drive.",
                value = "drive-evidence")
        @NotBlank
        String policy,

        @Input(
                label = "Source",
                description = "AUTO reads the journal where the host has one, otherwise the files.",
                value = "AUTO")
        LogSource source,

        @Input(
                label = "Files",
                description = "The log files of a host without a journal, one per line.",
                value = "/var/log/kern.log\n/var/log/messages",
                multiline = true)
        List<String> files,

        @Input(
                label = "Files of hosts",
                description =
                        "Where a log host keeps the lines of the devices that its tags logs-of-NAME name, one per line; {host} is"
                                + " their name. A file without it has lines of several, which name their host.",
                value =
                        "/var/log/remote/{host}/kern.log\n/var/log/remote/{host}/messages\n/var/log/remote/{host}/syslog.log",
                multiline = true)
        List<String> hostFiles,

        @Input(
                label = "Journal folder",
                description =
                        "A folder of journal files, e.g. /var/log/journal/remote; empty for the host's own journal.")
        @Nullable
        String journalFolder,

        @Input(label = "History", description = "How far back the first look at a journal goes.", value = "P7D")
        Duration history,

        @Input(
                label = "Memory",
                description = "How long a drive is kept under suspicion after the last line about it.",
                value = "P14D")
        Duration memory,

        @Input(
                label = "Become root",
                description = "Ask drives for their SMART health as root, by sudo -n where the account is not root.",
                value = "true")
        Boolean become) {}
