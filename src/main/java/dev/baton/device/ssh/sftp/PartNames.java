package dev.baton.device.ssh.sftp;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import net.schmizz.sshj.sftp.RemoteResourceInfo;
import net.schmizz.sshj.sftp.SFTPClient;
import net.schmizz.sshj.sftp.SFTPException;

/** Names beside the target for a file that is being written, e.g. {@code .motd.baton-0123456789abcdef}. */
final class PartNames {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int RANDOM_BYTES = 8;
    private static final int NAME_SHOWN = 40;

    private final String folder;
    private final String beginning;

    /** @param target an absolute path */
    PartNames(String target) {
        int slash = target.lastIndexOf('/');
        String name = target.substring(slash + 1);
        folder = slash == 0 ? "/" : target.substring(0, slash);
        beginning = "." + name.substring(0, Math.min(name.length(), NAME_SHOWN)) + ".baton-";
    }

    String folder() {
        return folder;
    }

    /** A name that nobody can foresee. */
    String fresh() {
        byte[] random = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(random);
        return (folder.equals("/") ? "" : folder) + "/" + beginning
                + HexFormat.of().formatHex(random);
    }

    /** Takes away what an earlier try left when its connection was lost; at one time one action writes to a device. */
    void removeOld(SFTPClient client) throws IOException {
        Pattern old = Pattern.compile(Pattern.quote(beginning) + "[0-9a-f]{" + 2 * RANDOM_BYTES + "}");
        try {
            for (RemoteResourceInfo file : client.ls(folder)) {
                if (file.isRegularFile() && old.matcher(file.getName()).matches()) {
                    client.rm(file.getPath());
                }
            }
        } catch (SFTPException e) {
            if (!UnchangedException.refusal(e)) {
                throw e;
            }
            // A folder that may be written in but not be listed keeps what was left.
        }
    }
}
