package dev.baton.delegates.certificate.request;

import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;

/** A kind of private key, and how openssl makes one. */
enum KeyKind {
    EC_P256("EC", 256, "ec_paramgen_curve:P-256"),
    EC_P384("EC", 384, "ec_paramgen_curve:P-384"),
    RSA_2048("RSA", 2048, "rsa_keygen_bits:2048"),
    RSA_3072("RSA", 3072, "rsa_keygen_bits:3072"),
    RSA_4096("RSA", 4096, "rsa_keygen_bits:4096");

    private final String algorithm;
    private final int bits;
    private final String option;

    KeyKind(String algorithm, int bits, String option) {
        this.algorithm = algorithm;
        this.bits = bits;
        this.option = option;
    }

    List<String> options() {
        return List.of("-algorithm", algorithm, "-pkeyopt", option);
    }

    boolean fits(PublicKey key) {
        return described(key).equals(described());
    }

    String described() {
        return algorithm + " of " + bits + " bits";
    }

    static String described(PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            return "RSA of " + rsa.getModulus().bitLength() + " bits";
        }
        if (key instanceof ECPublicKey ec) {
            return "EC of " + ec.getParams().getCurve().getField().getFieldSize() + " bits";
        }
        return key.getAlgorithm();
    }
}
