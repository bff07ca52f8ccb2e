package dev.baton.delegates.certificate.sign;

import dev.baton.action.Device;
import dev.baton.action.Problem;
import dev.baton.action.net.ChainCheck;
import dev.baton.delegates.certificate.request.SigningRequest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A certificate that an authority made, and those that lead from it to the authority. */
public record IssuedChain(List<X509Certificate> certificates) {

    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    /** @throws dev.baton.action.ActionProblem {@code CHECK_FAILED} when the text holds no certificate */
    public static IssuedChain of(Device device, String pem) {
        try {
            Collection<X509Certificate> read = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)))
                    .stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (read.isEmpty()) {
                throw Problem.CHECK_FAILED.because(device.name() + ": what came back holds no certificate");
            }
            return new IssuedChain(List.copyOf(read));
        } catch (CertificateException e) {
            throw Problem.CHECK_FAILED.because(device.name() + ": what came back is no certificate: " + e.getMessage());
        }
    }

    public X509Certificate leaf() {
        return certificates.get(0);
    }

    /** The SHA-256 of the certificate as a handshake reports it. */
    public String fingerprint() {
        try {
            return HexFormat.ofDelimiter(":")
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(leaf().getEncoded()));
        } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As a server presents it: without an authority that signed itself, which clients have already. */
    public String pem() {
        return certificates.stream()
                .filter(one ->
                        one.equals(leaf()) || !one.getSubjectX500Principal().equals(one.getIssuerX500Principal()))
                .map(IssuedChain::pem)
                .collect(Collectors.joining());
    }

    /**
     * Goes on only with a certificate that answers the request, is valid now and leads to the authority.
     *
     * @throws dev.baton.action.ActionProblem {@code CHECK_FAILED} naming what is wrong
     */
    IssuedChain require(Device device, SigningRequest request, ChainCheck chains, String ca) {
        if (!Arrays.equals(leaf().getPublicKey().getEncoded(), request.key().getEncoded())) {
            throw failed(device, "the public key of the request", "another key, first in what came back");
        }
        if (!names().containsAll(request.names())) {
            throw failed(device, "the names " + request.names(), "the names " + names());
        }
        try {
            leaf().checkValidity();
        } catch (CertificateExpiredException | CertificateNotYetValidException e) {
            throw failed(device, "validity now", e.getMessage());
        }
        String verdict = chains.verdict(certificates, ca);
        if (!verdict.equals("trusted")) {
            throw failed(device, "a chain to the authority", verdict);
        }
        return this;
    }

    private Set<String> names() {
        try {
            Collection<List<?>> names = leaf().getSubjectAlternativeNames();
            return Objects.requireNonNullElse(names, List.<List<?>>of()).stream()
                    .map(name -> String.valueOf(name.get(1)))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (CertificateParsingException e) {
            return Set.of();
        }
    }

    private static String pem(X509Certificate certificate) {
        try {
            return "-----BEGIN CERTIFICATE-----\n" + LINES.encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RuntimeException failed(Device device, String wanted, @Nullable String seen) {
        return Problem.CHECK_FAILED.because(
                device.name() + ": the certificate that came back should have " + wanted + ", seen " + seen);
    }
}
