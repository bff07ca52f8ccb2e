package dev.baton.device.net.tls;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether a presented certificate leads to an authority; its own dates are looked at elsewhere. */
final class Chain {

    private static final String SERVER = "1.3.6.1.5.5.7.3.1";
    private static final String ANY = "2.5.29.37.0";

    private final List<X509Certificate> presented;
    private final X509Certificate leaf;

    Chain(List<X509Certificate> presented) {
        this.presented = presented;
        leaf = presented.get(0);
    }

    /** {@code trusted}, or what is wrong with it. */
    String verdict(Set<X509Certificate> roots, Instant now) {
        try {
            List<String> usage = leaf.getExtendedKeyUsage();
            if (usage != null && !usage.contains(SERVER) && !usage.contains(ANY)) {
                return "a certificate that is not for servers";
            }
            if (roots.contains(leaf) || leads(roots, now)) {
                return "trusted";
            }
            return selfSigned() ? "a self-signed certificate" : "a certificate of an unknown authority";
        } catch (CertPathBuilderException e) {
            return selfSigned()
                    ? "a self-signed certificate"
                    : "a certificate without a chain to a trusted authority: " + rootCause(e);
        } catch (GeneralSecurityException e) {
            return "a certificate that cannot be checked: " + e.getMessage();
        }
    }

    @SuppressWarnings("JavaUtilDate")
    private boolean leads(Set<X509Certificate> roots, Instant now) throws GeneralSecurityException {
        if (roots.isEmpty()) {
            return false;
        }
        X509CertSelector target = new X509CertSelector();
        target.setCertificate(leaf);
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(
                roots.stream().map(root -> new TrustAnchor(root, null)).collect(Collectors.toSet()), target);
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(presented)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(withinItsDates(now)));
        CertPathBuilder.getInstance("PKIX").build(parameters);
        return true;
    }

    private Instant withinItsDates(Instant now) {
        Instant begin = leaf.getNotBefore().toInstant();
        Instant end = leaf.getNotAfter().toInstant();
        return now.isBefore(begin) ? begin : now.isAfter(end) ? end : now;
    }

    private boolean selfSigned() {
        if (!leaf.getSubjectX500Principal().equals(leaf.getIssuerX500Principal())) {
            return false;
        }
        try {
            leaf.verify(leaf.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static String rootCause(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
