package dev.baton.delegates.certificate;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.stream.Stream;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** Makes keys, requests and certificates as PEM. */
public final class Issuer {

    private static final X500Name AUTHORITY = new X500Name("CN=Test CA");
    private static final KeyPair AUTHORITY_KEYS = keys();

    private Issuer() {}

    public static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param signer whose private key signs it, in order that of {@code keys} */
    public static String request(KeyPair keys, KeyPair signer, String... names) {
        try {
            ExtensionsGenerator wished = new ExtensionsGenerator();
            wished.addExtension(Extension.subjectAlternativeName, false, alternatives(names));
            byte[] request = new JcaPKCS10CertificationRequestBuilder(new X500Name("CN=x"), keys.getPublic())
                    .addAttribute(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, wished.generate())
                    .build(by(signer))
                    .getEncoded();
            return pem("CERTIFICATE REQUEST", request);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String certificate(PublicKey key, Instant begin, Duration valid, String... names) {
        try {
            byte[] certificate = new JcaX509v3CertificateBuilder(
                            AUTHORITY,
                            BigInteger.valueOf(0xabc),
                            Date.from(begin),
                            Date.from(begin.plus(valid)),
                            new X500Name("CN=x"),
                            key)
                    .addExtension(Extension.subjectAlternativeName, false, alternatives(names))
                    .build(by(AUTHORITY_KEYS))
                    .getEncoded();
            return pem("CERTIFICATE", certificate);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String publicKey(KeyPair keys) {
        return pem("PUBLIC KEY", keys.getPublic().getEncoded());
    }

    private static ContentSigner by(KeyPair keys) {
        try {
            return new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
        } catch (OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static GeneralNames alternatives(String... names) {
        return new GeneralNames(Stream.of(names)
                .map(name -> new GeneralName(
                        name.matches("[0-9.]+|.*:.*") ? GeneralName.iPAddress : GeneralName.dNSName, name))
                .toArray(GeneralName[]::new));
    }

    private static String pem(String what, byte[] content) {
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + what
                + "-----\n";
    }
}
