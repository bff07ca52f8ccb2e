package dev.baton.device.platform;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A file {@code platforms/<name>.yaml} as it is written. */
record PlatformFile(
        String shell,
        String channel,
        Map<String, NativeCommand> operations,
        @Nullable Config config,
        @Nullable LastChange lastChange,
        @Nullable String syntaxCheck,
        @Nullable Cli cli,
        @Nullable Change change,
        @Nullable Copy copy) {

    /** A native command and how long it may take. */
    record NativeCommand(String command, @Nullable Duration timeout) {}

    /** What is known about a dump of the configuration; all are regular expressions. */
    record Config(
            @Nullable String beginMarker,
            @Nullable String endMarker,
            @Nullable Integer leastLines,
            @Nullable Blocks blocks,
            @Nullable String joins,
            @JsonProperty("volatile") @Nullable List<String> volatileLines,
            @Nullable List<String> secrets) {}

    /** How it tells of its last change; see {@link dev.baton.action.LastChange}. */
    record LastChange(
            @Nullable List<Ask> ask,
            @Nullable List<String> authors,
            @Nullable String log) {}

    /** One way to ask whether something changed: values over SNMP, or a command and what counts in its answer. */
    record Ask(
            @Nullable List<String> snmp,
            @Nullable String command,
            @Nullable String mark) {}

    /** How the configuration is changed; see {@link dev.baton.action.ConfigChange}. */
    record Change(
            @Nullable String style,
            boolean candidate,
            boolean held,
            @Nullable String requires,
            @Nullable String running,
            @Nullable List<String> arm,
            @Nullable List<String> disarm,
            List<String> begin,
            @Nullable String diff,
            List<String> abandon,
            List<String> commit,
            @Nullable List<String> confirm,
            @Nullable List<String> undo,
            @Nullable List<String> save,
            @Nullable String saved,
            @Nullable Change otherwise) {}

    /** How a file is fetched from a server; see {@link dev.baton.action.FileCopy}. */
    record Copy(
            String fetch,
            @Nullable String vrf,
            Map<String, String> verify,
            String digest,
            String absent,
            @Nullable Room room,
            @Nullable List<String> refused) {}

    /** How much room there is; see {@link dev.baton.action.FileCopy.Room}. */
    record Room(String show, String free, @Nullable Long unit) {}

    /** What opens and closes a block of a dump. */
    record Blocks(String opens, String closes) {}

    /** How the interactive CLI behaves. */
    record Cli(
            String prompt,
            @Nullable String enter,
            @Nullable String loginSuffix,
            @Nullable List<Greeting> greetings,
            @Nullable List<String> setUp,
            @Nullable String enable,
            @Nullable String enableUser,
            @Nullable String pager,
            @Nullable List<Reply> answers,
            @Nullable List<String> errors) {}

    /** What stands before the first prompt until a key is pressed. */
    record Greeting(String shows, String key) {}

    /** A question that may be answered, and the commands after which. */
    record Reply(String question, String answer, String after) {}
}
