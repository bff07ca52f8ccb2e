package dev.baton.device.ssh;

import com.hierynomus.sshj.userauth.certificate.Certificate;
import java.io.IOException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.KeyType;
import net.schmizz.sshj.common.SSHRuntimeException;
import net.schmizz.sshj.userauth.keyprovider.KeyProvider;

/** A private key with an OpenSSH certificate for it. */
record CertifiedKey(KeyProvider key, Certificate<?> certificate) implements KeyProvider {

    private static final long USER_CERTIFICATE = 1;

    /**
     * @param line a certificate's file: its type, its content in base 64, and perhaps a comment
     * @throws IOException when it is none, not a user's, or another key's
     */
    static CertifiedKey of(KeyProvider key, String line) throws IOException {
        List<String> words = List.of(line.strip().split("\\s+"));
        PublicKey read;
        try {
            read = new Buffer.PlainBuffer(Base64.getDecoder().decode(words.get(Math.min(1, words.size() - 1))))
                    .readPublicKey();
        } catch (Buffer.BufferException | SSHRuntimeException | IllegalArgumentException e) {
            throw new IOException("it is in no known form", e);
        }
        if (!(read instanceof Certificate<?> certificate)) {
            throw new IOException("it is a key without a certificate");
        }
        if (certificate.getType() != USER_CERTIFICATE) {
            throw new IOException("it is a host's certificate");
        }
        if (!Arrays.equals(encoded(certificate.getKey()), encoded(key.getPublic()))) {
            throw new IOException("it is for another key");
        }
        return new CertifiedKey(key, certificate);
    }

    private static byte[] encoded(PublicKey key) {
        return new Buffer.PlainBuffer().putPublicKey(key).getCompactData();
    }

    @Override
    public PrivateKey getPrivate() throws IOException {
        return key.getPrivate();
    }

    @Override
    public PublicKey getPublic() {
        return certificate;
    }

    @Override
    public KeyType getType() {
        return KeyType.fromKey(certificate);
    }
}
