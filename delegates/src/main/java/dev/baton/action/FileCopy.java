package dev.baton.action;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a device fetches a file from a file server by a command of its own, and shows the digest of a file. In its lines
 * <code>{file}</code> stands for the file on the device, <code>{from}</code> for user, server and path.
 *
 * @param vrf goes after the fetching command where the device is to use the VRF <code>{vrf}</code>; null where it takes none
 * @param verify the commands that show a digest
 * @param digest finds a digest in what they show, as its first group
 * @param absent is found in what they show of a file that is not there
 * @param room tells how much room there is; null where the platform cannot say
 * @param refused lines of a copy that mean it failed
 */
public record FileCopy(
        String fetch,
        @Nullable String vrf,
        Map<Digest, String> verify,
        Pattern digest,
        Pattern absent,
        @Nullable Room room,
        List<Pattern> refused) {

    public FileCopy {
        verify = Map.copyOf(verify);
        refused = List.copyOf(refused);
    }

    /** The digest of the kind that a verifying command shows. */
    public Optional<String> shown(Digest kind, String output) {
        return digest.matcher(output)
                .results()
                .map(match -> match.group(1))
                .filter(text -> text.length() == kind.digits)
                .findFirst();
    }

    /** The first line of a copy that means it failed. */
    public Optional<String> failure(String output) {
        return output.lines()
                .filter(line ->
                        refused.stream().map(pattern -> pattern.matcher(line)).anyMatch(Matcher::find))
                .map(String::strip)
                .findFirst();
    }

    /**
     * How a device shows how much room there is for files.
     *
     * @param free finds it in what the command shows, as its first group
     * @param unit in how many bytes that is counted
     */
    public record Room(String show, Pattern free, long unit) {

        /** The bytes that are free. */
        public OptionalLong bytes(String output) {
            Matcher found = free.matcher(output);
            return found.find()
                    ? OptionalLong.of(Math.multiplyExact(Long.parseLong(found.group(1)), unit))
                    : OptionalLong.empty();
        }
    }

    /** A kind of digest, told by its hexadecimal digits. */
    public enum Digest {
        MD5(32),
        SHA256(64),
        SHA512(128);

        private final int digits;

        Digest(int digits) {
            this.digits = digits;
        }

        /** @throws ActionProblem {@code BAD_INPUT} for anything else than a digest */
        public static Digest of(String text) {
            for (Digest kind : values()) {
                if (text.matches("[0-9a-fA-F]{" + kind.digits + "}")) {
                    return kind;
                }
            }
            throw Problem.BAD_INPUT.because(
                    "a digest has 32 (MD5), 64 (SHA-256) or 128 (SHA-512) hexadecimal digits, \"" + text
                            + "\" has not");
        }
    }
}
