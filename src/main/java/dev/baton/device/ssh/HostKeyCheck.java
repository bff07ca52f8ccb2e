package dev.baton.device.ssh;

import com.hierynomus.sshj.userauth.certificate.Certificate;
import dev.baton.device.trust.OfferedKey;
import dev.baton.device.trust.TrustInForce;
import dev.baton.device.trust.TrustedKeys;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.KeyType;
import net.schmizz.sshj.common.SSHRuntimeException;
import net.schmizz.sshj.transport.verification.HostKeyVerifier;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a host key is accepted: first what is revoked, then certificates, then known keys. It is its own because
 * the library's accepts a revoked key that another line of the file names, and any certificate of the right authority.
 */
final class HostKeyCheck implements HostKeyVerifier {

    private static final long HOST_CERTIFICATE = 2;
    private static final List<String> WEAK_SIGNATURES = List.of("ssh-rsa", "ssh-dss");

    private final TrustedKeys trusted;
    private final Set<String> preferred;
    private volatile @Nullable String refusal;
    private volatile @Nullable PublicKey refused;

    /** @param preferred the key types to negotiate first */
    HostKeyCheck(TrustedKeys trusted, Set<String> preferred) {
        this.trusted = trusted;
        this.preferred = preferred;
    }

    @Override
    public boolean verify(String host, int port, PublicKey key) {
        refusal = key instanceof Certificate<?> certificate ? refusal(host, certificate) : refusal(key);
        refused = refusal == null ? null : key instanceof Certificate<?> certificate ? certificate.getKey() : key;
        return refusal == null;
    }

    @Override
    public List<String> findExistingAlgorithms(String host, int port) {
        return List.copyOf(preferred);
    }

    /** Why the key was refused, with what was wanted and what was seen; null while none was. */
    @Nullable
    String refusal() {
        return refusal;
    }

    /** The key that was refused; empty while none was, and where none had been known for the device. */
    Optional<OfferedKey> changed(String device, TrustInForce trust) {
        PublicKey key = refused;
        boolean known = !trusted.pinned().isEmpty() || !trusted.authorities().isEmpty();
        return key == null || !known
                ? Optional.empty()
                : Optional.of(new OfferedKey(
                        device, fingerprint(key), KeyType.fromKey(key).toString(), trust));
    }

    private @Nullable String refusal(PublicKey key) {
        String seen = fingerprint(key);
        if (trusted.revoked().contains(seen)) {
            return "the host key " + seen + " is revoked";
        }
        return trusted.pinned().contains(seen) ? null : "wanted " + trusted.wanted() + ", seen " + seen;
    }

    private @Nullable String refusal(String host, Certificate<?> certificate) {
        String authority = TrustedKeys.fingerprint(certificate.getSignatureKey());
        if (trusted.revoked().contains(authority)) {
            return "the authority " + authority + " of its host certificate is revoked";
        }
        String key = refusal(certificate.getKey());
        if (key == null || trusted.revoked().contains(fingerprint(certificate.getKey()))) {
            return key;
        }
        if (!trusted.authorities().contains(authority)) {
            return key + " with a certificate of the unknown authority " + authority;
        }
        String fault = fault(host, certificate);
        return fault == null ? null : "its host certificate from " + authority + " is not valid: " + fault;
    }

    private static @Nullable String fault(String host, Certificate<?> certificate) {
        if (certificate.getType() != HOST_CERTIFICATE) {
            return "it is a user's certificate";
        }
        try {
            String algorithm = new Buffer.PlainBuffer(certificate.getSignature()).readString();
            if (WEAK_SIGNATURES.contains(algorithm)) {
                return "it is signed with " + algorithm;
            }
            return KeyType.CertUtils.verifyHostCertificate(encoded(certificate), certificate, host);
        } catch (Buffer.BufferException | SSHRuntimeException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static String fingerprint(PublicKey key) {
        return TrustedKeys.fingerprint(encoded(key));
    }

    private static byte[] encoded(PublicKey key) {
        return new Buffer.PlainBuffer().putPublicKey(key).getCompactData();
    }
}
