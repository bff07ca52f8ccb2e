package dev.baton.device.ssh.sftp;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import net.schmizz.sshj.sftp.RemoteResourceInfo;
import net.schmizz.sshj.sftp.SFTPClient;
import net.schmizz.sshj.sftp.SFTPException;
import org.jspecify.annotations.Nullable;

/** Names beside the target for a file that is being written, e.g. {@code .motd.baton-0123456789abcdef}. */
public final class PartNames {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int RANDOM_BYTES = 8;
    private static final int NAME_SHOWN = 40;
    private static final int WORTH_RESUMING = 256 * 1024;

    private final String folder;
    private final String beginning;

    /** @param target an absolute path */
    public PartNames(String target) {
        int slash = target.lastIndexOf('/');
        String name = target.substring(slash + 1);
        folder = slash == 0 ? "/" : target.substring(0, slash);
        beginning = "." + name.substring(0, Math.min(name.length(), NAME_SHOWN)) + ".baton-";
    }

    public String folder() {
        return folder;
    }

    /** How all the names begin. */
    public String beginning() {
        return beginning;
    }

    /** A name that nobody can foresee. */
    public String fresh() {
        byte[] random = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(random);
        return (folder.equals("/") ? "" : folder) + "/" + beginning
                + HexFormat.of().formatHex(random);
    }

    /**
     * Takes away what earlier tries left when their connections were lost, but for the longest where that may spare work; at
     * one time one action writes to a device.
     *
     * @return its path; null when there is none worth going on with
     */
    @Nullable
    String keepLongestBeginning(SFTPClient client, int size) throws IOException {
        Pattern old = Pattern.compile(Pattern.quote(beginning) + "[0-9a-f]{" + 2 * RANDOM_BYTES + "}");
        try {
            List<RemoteResourceInfo> left = client.ls(folder).stream()
                    .filter(file ->
                            file.isRegularFile() && old.matcher(file.getName()).matches())
                    .toList();
            Optional<RemoteResourceInfo> longest = left.stream()
                    .filter(file -> length(file) >= WORTH_RESUMING && length(file) <= size)
                    .max(Comparator.comparingLong(PartNames::length));
            for (RemoteResourceInfo file : left) {
                if (!longest.equals(Optional.of(file))) {
                    client.rm(file.getPath());
                }
            }
            return longest.map(RemoteResourceInfo::getPath).orElse(null);
        } catch (SFTPException e) {
            if (!UnchangedException.refusal(e)) {
                throw e;
            }
            // A folder that may be written in but not be listed keeps what was left.
            return null;
        }
    }

    private static long length(RemoteResourceInfo file) {
        return file.getAttributes().getSize();
    }
}
