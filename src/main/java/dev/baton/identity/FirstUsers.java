package dev.baton.identity;

import dev.baton.engine.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** One user per group with a generated password, so that the lab can be tried at once and no password is shipped. */
@Component
final class FirstUsers {

    /** Without characters that look alike. */
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

    private static final int GROUPS_OF_FOUR = 4;

    private static final Map<Role, String> NAMES = Map.of(
            Role.OPERATORS, "operator",
            Role.CHANGE_APPROVERS, "approver",
            Role.PROCEDURE_OWNERS, "owner",
            Role.AUDITORS, "auditor",
            Role.ADMINISTRATORS, "admin");

    private final SecureRandom random = new SecureRandom();

    List<LocalUser> generate() {
        return Arrays.stream(Role.values())
                .map(role -> new LocalUser(name(role), List.of(role.group()), password()))
                .toList();
    }

    static String name(Role role) {
        String name = NAMES.get(role);
        if (name == null) {
            throw new IllegalStateException("There is no first user for " + role);
        }
        return name;
    }

    /** Keeps the passwords where only the account that runs Baton can read them. */
    void write(Path file, List<LocalUser> users) {
        try {
            if (file.toAbsolutePath().getParent() != null) {
                Files.createDirectories(file.toAbsolutePath().getParent());
            }
            Files.deleteIfExists(file);
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(
                    file,
                    users.stream()
                            .map(user -> user.name() + " " + user.password() + "\n")
                            .collect(Collectors.joining()));
        } catch (IOException unwritable) {
            throw new UncheckedIOException("The first passwords cannot be written to " + file, unwritable);
        }
    }

    private String password() {
        StringBuilder password = new StringBuilder();
        for (int index = 0; index < GROUPS_OF_FOUR * 4; index++) {
            if (index > 0 && index % 4 == 0) {
                password.append('-');
            }
            password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }
}
