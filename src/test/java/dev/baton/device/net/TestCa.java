package dev.baton.device.net;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority made for a test; self-signed, or signed by another one. */
final class TestCa {

    private static long serial = 1;

    private final String subject;
    private final KeyPair keys = keys();
    private final X509Certificate certificate;

    TestCa(String name) {
        subject = "CN=" + name;
        certificate = sign(keys, subject, keys, subject, true, Instant.now(), Duration.ofDays(365));
    }

    private TestCa(String name, TestCa issuer) {
        subject = "CN=" + name;
        certificate = sign(issuer.keys, issuer.subject, keys, subject, true, Instant.now(), Duration.ofDays(365));
    }

    TestCa intermediate(String name) {
        return new TestCa(name, this);
    }

    /** Writes its certificate where diagrams can name it. */
    TestCa in(Path folder, String file) throws IOException {
        write(folder.resolve(file), certificate);
        return this;
    }

    Issued issue(Duration valid, String... names) {
        return issue(Instant.now(), valid, names);
    }

    Issued issue(Instant begin, Duration valid, String... names) {
        KeyPair own = keys();
        X509Certificate issued = sign(keys, subject, own, "CN=box1,O=Example", false, begin, valid, names);
        return new Issued(own, new Certificate[] {issued, certificate});
    }

    static Issued selfSigned(String... names) {
        KeyPair own = keys();
        X509Certificate self = sign(own, "CN=box1", own, "CN=box1", false, Instant.now(), Duration.ofDays(365), names);
        return new Issued(own, new Certificate[] {self});
    }

    /** A server's key and what it presents. */
    record Issued(KeyPair keys, Certificate[] chain) {

        SSLContext context() throws GeneralSecurityException, IOException {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setKeyEntry("server", keys.getPrivate(), new char[0], chain);
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, new char[0]);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(factory.getKeyManagers(), null, null);
            return context;
        }

        Issued in(Path folder, String file) throws IOException {
            write(folder.resolve(file), chain[0]);
            return this;
        }
    }

    private static void write(Path file, Certificate certificate) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
            pem.writeObject(certificate);
        }
        Files.writeString(file, text.toString());
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate sign(
            KeyPair issuer,
            String issuerName,
            KeyPair subject,
            String subjectName,
            boolean authority,
            Instant begin,
            Duration valid,
            String... names) {
        Instant from = begin.minus(Duration.ofMinutes(5));
        try {
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    new X500Name(issuerName),
                    BigInteger.valueOf(serial++),
                    Date.from(from),
                    Date.from(begin.plus(valid)),
                    new X500Name(subjectName),
                    subject.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            if (names.length > 0) {
                builder.addExtension(Extension.subjectAlternativeName, false, alternatives(names));
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(issuer.getPrivate())));
        } catch (IOException | OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static GeneralNames alternatives(String... names) {
        return new GeneralNames(Stream.of(names)
                .map(name ->
                        new GeneralName(name.matches("[0-9.]+") ? GeneralName.iPAddress : GeneralName.dNSName, name))
                .toArray(GeneralName[]::new));
    }
}
