package dev.baton.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.EmptyCommitException;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.StoredConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A Git repository with one file per device. */
final class GitRepository implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GitRepository.class);

    private final Git git;
    private final boolean created;

    private GitRepository(Git git, boolean created) {
        this.git = git;
        this.created = created;
    }

    static GitRepository open(Path folder) throws IOException, GitAPIException {
        Path store = folder.resolve(".git");
        if (Files.exists(store)) {
            unlock(store);
            return new GitRepository(Git.open(folder.toFile()), false);
        }
        Files.createDirectories(folder);
        Git git = Git.init()
                .setDirectory(folder.toFile())
                .setInitialBranch("main")
                .call();
        StoredConfig config = git.getRepository().getConfig();
        // Whatever the account's own settings are, a file holds exactly what the device said.
        config.setString("core", null, "autocrlf", "false");
        config.save();
        return new GitRepository(git, true);
    }

    /** Locks that a crash left behind; the caller is the only writer, so nobody holds them. */
    private static void unlock(Path store) throws IOException {
        for (String lock : List.of("index.lock", "HEAD.lock", "refs/heads/main.lock")) {
            Files.deleteIfExists(store.resolve(lock));
        }
    }

    /** Whether it is new, so that it lacks what older revisions said. */
    boolean created() {
        return created;
    }

    /** Commits what a device said; nothing when the file says so already, which a crash after the commit leaves. */
    void commit(String device, String configuration, String message, Instant at) throws IOException, GitAPIException {
        String file = fileName(device);
        Files.writeString(folder().resolve(file), configuration);
        git.add().addFilepattern(file).call();
        PersonIdent baton = new PersonIdent("Baton", "baton@localhost", at, ZoneOffset.UTC);
        try {
            git.commit()
                    .setAuthor(baton)
                    .setCommitter(baton)
                    .setMessage(message)
                    .setSign(false)
                    .setNoVerify(true)
                    .setAllowEmpty(false)
                    .call();
        } catch (EmptyCommitException known) {
            LOG.debug("{} is committed already", file);
        }
    }

    private Path folder() {
        return git.getRepository().getWorkTree().toPath();
    }

    /** A device's name without what could leave the folder or mean something to a file system. */
    private static String fileName(String device) {
        String name = device.replaceAll("[^A-Za-z0-9._-]", "_");
        return (name.startsWith(".") ? "_" + name.substring(1) : name) + ".cfg";
    }

    @Override
    public void close() {
        git.close();
    }
}
