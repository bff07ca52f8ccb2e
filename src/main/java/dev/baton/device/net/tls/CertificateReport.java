package dev.baton.device.net.tls;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** A certificate as lines of {@code key: value}; what it says about itself cannot make lines of its own. */
final class CertificateReport {

    private static final int LONGEST = 2_000;

    private final StringBuilder text = new StringBuilder();

    CertificateReport(X509Certificate certificate, Instant now) {
        Instant begin = certificate.getNotBefore().toInstant();
        Instant end = certificate.getNotAfter().toInstant();
        add("validity", now.isAfter(end) ? "expired" : now.isBefore(begin) ? "not-yet-valid" : "valid");
        add("daysLeft", Long.toString(Duration.between(now, end).toDays()));
        add("subject", certificate.getSubjectX500Principal().getName());
        add("issuer", certificate.getIssuerX500Principal().getName());
        add("serial", certificate.getSerialNumber().toString(16));
        add("names", names(certificate));
        add("notBefore", begin.toString());
        add("notAfter", end.toString());
        add("sha256", sha256(certificate));
    }

    void add(String key, String value) {
        String line = value.replaceAll("\\p{Cntrl}", "\u2423");
        text.append(key)
                .append(": ")
                .append(line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line)
                .append('\n');
    }

    private static String names(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null || names.isEmpty()
                    ? "none"
                    : names.stream()
                            .map(name -> name.get(1))
                            .filter(String.class::isInstance)
                            .map(String.class::cast)
                            .collect(Collectors.joining(", "));
        } catch (CertificateParsingException e) {
            return "not readable";
        }
    }

    private static String sha256(X509Certificate certificate) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
        } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
