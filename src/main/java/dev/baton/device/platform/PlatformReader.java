package dev.baton.device.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.baton.action.Channel;
import dev.baton.action.Command;
import dev.baton.action.ConfigChange;
import dev.baton.action.ConfigChange.Step;
import dev.baton.action.ConfigStyle;
import dev.baton.action.FileCopy;
import dev.baton.action.LastChange;
import dev.baton.action.Operation;
import dev.baton.action.Shell;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads one platform file and refuses what it does not understand. */
final class PlatformReader {

    private static final Duration USUAL = Duration.ofSeconds(30);
    private static final Set<Operation> CHANGING = Set.of(Operation.SAVE_CONFIG, Operation.RELOAD);

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .addModule(new JavaTimeModule())
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final UnaryOperator<String> hash;

    PlatformReader(UnaryOperator<String> hash) {
        this.hash = hash;
    }

    /** @throws BadPlatformException naming the file and the reason */
    Platform read(String name, String file, String yaml) {
        try {
            PlatformFile read = YAML.readValue(yaml, PlatformFile.class);
            return platform(name, read);
        } catch (JsonProcessingException e) {
            throw new BadPlatformException(file, e.getOriginalMessage() + line(e));
        } catch (PatternSyntaxException e) {
            throw new BadPlatformException(
                    file, "\"" + e.getPattern() + "\" is no regular expression: " + e.getDescription());
        } catch (IllegalArgumentException e) {
            throw new BadPlatformException(file, String.valueOf(e.getMessage()));
        }
    }

    private static String line(JsonProcessingException e) {
        return e.getLocation() == null ? "" : " (line " + e.getLocation().getLineNr() + ")";
    }

    private Platform platform(String name, PlatformFile file) {
        require(file.shell(), "shell");
        require(file.channel(), "channel");
        require(file.operations(), "operations");
        Channel channel = constant(Channel.class, file.channel(), "channel");
        Map<Operation, Command> commands = new EnumMap<>(Operation.class);
        file.operations().forEach((key, command) -> {
            Operation operation = constant(Operation.class, key, "operations");
            require(command.command(), "operations." + key + ".command");
            commands.put(
                    operation,
                    new Command(
                            channel,
                            command.command(),
                            CHANGING.contains(operation),
                            Objects.requireNonNullElse(command.timeout(), USUAL)));
        });
        PlatformFile.Config config = Objects.requireNonNullElse(
                file.config(), new PlatformFile.Config(null, null, null, null, null, null, null));
        return new Platform(
                name,
                constant(Shell.class, file.shell(), "shell"),
                commands,
                new ConfigTraits(
                        patterns(config.volatileLines()),
                        pattern(config.joins()),
                        pattern(config.beginMarker()),
                        pattern(config.endMarker()),
                        Objects.requireNonNullElse(config.leastLines(), 1),
                        config.blocks() == null ? null : blocks(config.blocks())),
                new Scrubber(secrets(config.secrets()), hash),
                file.lastChange() == null ? LastChange.UNTOLD : new LastChangeReader(channel).read(file.lastChange()),
                file.syntaxCheck(),
                file.cli() == null ? null : cli(file.cli()),
                file.change() == null ? null : change(file.change()),
                file.copy() == null ? null : copy(file.copy()));
    }

    private static ConfigChange change(PlatformFile.Change change) {
        require(change.begin(), "change.begin");
        require(change.abandon(), "change.abandon");
        require(change.commit(), "change.commit");
        if (change.otherwise() != null && change.requires() == null) {
            throw new IllegalArgumentException("change.otherwise is never taken without change.requires");
        }
        return new ConfigChange(
                change.style() == null
                        ? ConfigStyle.SECTIONS
                        : constant(ConfigStyle.class, change.style(), "change.style"),
                change.candidate(),
                change.held(),
                change.requires() == null ? null : Pattern.compile(change.requires(), Pattern.MULTILINE),
                steps(change),
                change.otherwise() == null ? null : change(change.otherwise()));
    }

    private static Map<Step, List<String>> steps(PlatformFile.Change change) {
        Map<Step, List<String>> steps = new EnumMap<>(Step.class);
        steps.put(Step.RUNNING, orEmpty(change.running()));
        steps.put(Step.ARM, orEmpty(change.arm()));
        steps.put(Step.DISARM, orEmpty(change.disarm()));
        steps.put(Step.BEGIN, change.begin());
        steps.put(Step.DIFF, orEmpty(change.diff()));
        steps.put(Step.ABANDON, change.abandon());
        steps.put(Step.COMMIT, change.commit());
        steps.put(Step.CONFIRM, orEmpty(change.confirm()));
        steps.put(Step.UNDO, orEmpty(change.undo()));
        steps.put(Step.SAVE, orEmpty(change.save()));
        steps.put(Step.SAVED, orEmpty(change.saved()));
        return steps;
    }

    private static FileCopy copy(PlatformFile.Copy copy) {
        require(copy.fetch(), "copy.fetch");
        require(copy.verify(), "copy.verify");
        require(copy.digest(), "copy.digest");
        require(copy.absent(), "copy.absent");
        Map<FileCopy.Digest, String> verify = new EnumMap<>(FileCopy.Digest.class);
        copy.verify()
                .forEach((kind, command) -> verify.put(constant(FileCopy.Digest.class, kind, "copy.verify"), command));
        Pattern digest = Pattern.compile(copy.digest(), Pattern.MULTILINE);
        if (digest.matcher("").groupCount() == 0) {
            throw new IllegalArgumentException("copy.digest: \"" + copy.digest() + "\" has no group around the digest");
        }
        return new FileCopy(
                copy.fetch(),
                copy.vrf(),
                verify,
                digest,
                Pattern.compile(copy.absent()),
                copy.room() == null ? null : room(copy.room()),
                patterns(copy.refused()));
    }

    private static FileCopy.Room room(PlatformFile.Room room) {
        require(room.show(), "copy.room.show");
        require(room.free(), "copy.room.free");
        Pattern free = Pattern.compile(room.free(), Pattern.MULTILINE);
        if (free.matcher("").groupCount() == 0) {
            throw new IllegalArgumentException(
                    "copy.room.free: \"" + room.free() + "\" has no group around the number");
        }
        return new FileCopy.Room(room.show(), free, room.unit() == null ? 1 : room.unit());
    }

    private static ConfigTraits.Blocks blocks(PlatformFile.Blocks blocks) {
        require(blocks.opens(), "config.blocks.opens");
        require(blocks.closes(), "config.blocks.closes");
        return new ConfigTraits.Blocks(Pattern.compile(blocks.opens()), Pattern.compile(blocks.closes()));
    }

    private static CliTraits cli(PlatformFile.Cli cli) {
        require(cli.prompt(), "cli.prompt");
        return new CliTraits(
                Pattern.compile(cli.prompt()),
                Objects.requireNonNullElse(cli.enter(), "\n"),
                Objects.requireNonNullElse(cli.loginSuffix(), ""),
                orEmpty(cli.greetings()).stream().map(PlatformReader::greeting).toList(),
                orEmpty(cli.setUp()),
                cli.enable(),
                pattern(cli.enableUser()),
                pattern(cli.pager()),
                orEmpty(cli.answers()).stream().map(PlatformReader::reply).toList(),
                patterns(cli.errors()));
    }

    private static CliTraits.Greeting greeting(PlatformFile.Greeting greeting) {
        require(greeting.shows(), "cli.greetings.shows");
        require(greeting.key(), "cli.greetings.key");
        return new CliTraits.Greeting(Pattern.compile(greeting.shows()), greeting.key());
    }

    private static CliTraits.Reply reply(PlatformFile.Reply reply) {
        require(reply.question(), "cli.answers.question");
        require(reply.answer(), "cli.answers.answer");
        require(reply.after(), "cli.answers.after");
        return new CliTraits.Reply(Pattern.compile(reply.question()), reply.answer(), Pattern.compile(reply.after()));
    }

    private static List<Pattern> secrets(@Nullable List<String> expressions) {
        return orEmpty(expressions).stream()
                .map(expression -> {
                    Pattern pattern = Pattern.compile(expression, Pattern.MULTILINE);
                    if (pattern.matcher("").groupCount() == 0) {
                        throw new IllegalArgumentException(
                                "config.secrets: \"" + expression + "\" has no group around the secret");
                    }
                    return pattern;
                })
                .toList();
    }

    private static @Nullable Pattern pattern(@Nullable String expression) {
        return expression == null ? null : Pattern.compile(expression);
    }

    private static List<Pattern> patterns(@Nullable List<String> expressions) {
        return orEmpty(expressions).stream().map(Pattern::compile).toList();
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String text, String field) {
        String name = text.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        field + ": " + text + " is not one of " + Arrays.toString(type.getEnumConstants())));
    }

    private static List<String> orEmpty(@Nullable String line) {
        return line == null ? List.of() : List.of(line);
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static void require(@Nullable Object value, String field) {
        if (value == null) {
            throw new IllegalArgumentException(field + " is missing");
        }
    }
}
