package dev.baton.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.baton.action.ActionProblem;
import dev.baton.engine.PasswordRule;
import dev.baton.secret.Secret;
import dev.baton.secret.SecretReference;
import dev.baton.secret.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the file of local users; a file with a mistake is refused whole. */
@Component
final class UserFile {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9._@-]{0,62}");

    private final JsonMapper yaml = JsonMapper.builder(new YAMLFactory())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final Secrets secrets;

    UserFile(Secrets secrets) {
        this.secrets = secrets;
    }

    List<LocalUser> read(Path file) {
        try {
            Content content = yaml.readValue(Files.readString(file), Content.class);
            List<Entry> entries = content == null || content.users() == null ? List.of() : content.users();
            require(!entries.isEmpty(), file, "it has no users");
            Set<String> names = new HashSet<>();
            return entries.stream().map(entry -> user(file, entry, names)).toList();
        } catch (JsonProcessingException broken) {
            throw new BadUsersException("The user file " + file + " cannot be read: " + broken.getOriginalMessage());
        } catch (IOException unreadable) {
            throw new BadUsersException("The user file " + file + " cannot be read: " + unreadable);
        }
    }

    private LocalUser user(Path file, Entry entry, Set<String> names) {
        String name = entry.name() == null ? "" : entry.name();
        require(NAME.matcher(name).matches(), file, "'" + name + "' is no user name (letters, digits, . _ @ -)");
        require(!name.equals(LocalUsers.SETUP_USER), file, "the name '" + name + "' is taken by Baton itself");
        require(names.add(name), file, "user '" + name + "' is there twice");
        List<String> groups = entry.groups() == null ? List.of() : entry.groups();
        require(!groups.isEmpty(), file, "user '" + name + "' is in no group");
        for (String group : groups) {
            require(NAME.matcher(group).matches(), file, "'" + group + "' of user '" + name + "' is no group name");
        }
        String password = entry.password() == null ? "" : entry.password();
        require(
                password.matches("(env|file):.+"),
                file,
                "the password of user '" + name + "' must be a reference such as env:NAME or file:PATH");
        try (Secret secret = resolve(file, name, password)) {
            String value = new String(secret.chars());
            require(
                    value.length() >= PasswordRule.SHORTEST,
                    file,
                    "the password of user '" + name + "' is shorter than " + PasswordRule.SHORTEST + " characters");
            return new LocalUser(name, groups, value);
        }
    }

    private Secret resolve(Path file, String name, String reference) {
        try {
            return secrets.resolve(new SecretReference(reference));
        } catch (ActionProblem missing) {
            throw new BadUsersException("The user file " + file + " is refused: the password of user '" + name + "': "
                    + missing.getMessage());
        }
    }

    private static void require(boolean condition, Path file, String complaint) {
        if (!condition) {
            throw new BadUsersException("The user file " + file + " is refused: " + complaint);
        }
    }

    private record Content(@Nullable List<Entry> users) {}

    private record Entry(
            @Nullable String name,
            @Nullable List<String> groups,
            @Nullable String password) {}
}
