package dev.baton.device.net.tls;

import dev.baton.action.Problem;
import dev.baton.action.net.ChainCheck;
import dev.baton.device.net.NetSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whom to believe about certificates: Java's own authorities, or those of a file in the administrator's folder. */
@Component
public class Authorities implements ChainCheck {

    private final @Nullable Path folder;

    Authorities(NetSettings settings) {
        folder = settings.caPath();
    }

    /** @param ca the name of a file; empty for Java's own authorities */
    X509ExtendedTrustManager trust(String ca) {
        return ca.isEmpty() ? trust((KeyStore) null) : trusting(certificates(ca));
    }

    @Override
    public String verdict(List<X509Certificate> chain, String ca) {
        return new Chain(chain).verdict(roots(ca), Instant.now());
    }

    Set<X509Certificate> roots(String ca) {
        return new LinkedHashSet<>(List.of(trust(ca).getAcceptedIssuers()));
    }

    /** Trusts these certificates and what they signed. */
    static X509ExtendedTrustManager trusting(Collection<? extends Certificate> certificates) {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (Certificate certificate : certificates) {
                store.setCertificateEntry("ca-" + number++, certificate);
            }
            return trust(store);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509ExtendedTrustManager trust(@Nullable KeyStore store) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(store);
            return Stream.of(factory.getTrustManagers())
                    .filter(X509ExtendedTrustManager.class::isInstance)
                    .map(X509ExtendedTrustManager.class::cast)
                    .findFirst()
                    .orElseThrow();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Collection<? extends Certificate> certificates(String ca) {
        if (folder == null) {
            throw Problem.BAD_INPUT.because(
                    "the authority " + ca + " is named, but baton.device.ca-path names no folder to find it in");
        }
        try (InputStream file = Files.newInputStream(folder.resolve(ca))) {
            Collection<? extends Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(file);
            if (certificates.isEmpty()) {
                throw Problem.BAD_INPUT.because("the authority " + ca + " has no certificate in its file");
            }
            return certificates;
        } catch (IOException | CertificateException e) {
            throw Problem.BAD_INPUT.because("the authority " + ca + " cannot be read from " + folder + ": "
                    + e.getClass().getSimpleName());
        }
    }
}
