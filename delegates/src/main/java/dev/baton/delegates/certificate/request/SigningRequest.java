package dev.baton.delegates.certificate.request;

import dev.baton.action.Device;
import dev.baton.action.Problem;
import java.io.IOException;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;

/**
 * What a host asks an authority for (PKCS #10).
 *
 * @param pem as it came from the host, and nothing around it
 * @param names its subject alternative names: host names and addresses
 * @param signed whether it is signed with the private key that belongs to its public key
 */
public record SigningRequest(String pem, PublicKey key, Set<String> names, boolean signed) {

    private static final Pattern PEM = Pattern.compile(
            "-----BEGIN CERTIFICATE REQUEST-----([A-Za-z0-9+/=\\s]{1,20000})-----END CERTIFICATE REQUEST-----");

    /** @throws dev.baton.action.ActionProblem {@code ANSWER_INCOMPLETE} when the text holds no request */
    public static SigningRequest of(Device device, String text) {
        Matcher pem = PEM.matcher(text);
        if (!pem.find()) {
            throw Problem.ANSWER_INCOMPLETE.because(device.name() + " shows no certificate request");
        }
        try {
            JcaPKCS10CertificationRequest request =
                    new JcaPKCS10CertificationRequest(Base64.getMimeDecoder().decode(pem.group(1)));
            PublicKey key = request.getPublicKey();
            return new SigningRequest(
                    pem.group() + "\n", key, names(request.getRequestedExtensions()), signed(request));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException | IllegalStateException e) {
            throw Problem.ANSWER_INCOMPLETE.because(
                    device.name() + " shows a certificate request that cannot be read: " + e.getMessage());
        }
    }

    private static boolean signed(JcaPKCS10CertificationRequest request) throws GeneralSecurityException {
        try {
            return request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(request.getPublicKey()));
        } catch (OperatorCreationException | PKCSException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private static Set<String> names(Extensions extensions) throws IOException {
        Set<String> names = new TreeSet<>();
        if (extensions == null || extensions.getExtension(Extension.subjectAlternativeName) == null) {
            return names;
        }
        for (GeneralName name : GeneralNames.fromExtensions(extensions, Extension.subjectAlternativeName)
                .getNames()) {
            names.add(
                    name.getTagNo() == GeneralName.iPAddress
                            ? InetAddress.getByAddress(ASN1OctetString.getInstance(name.getName())
                                            .getOctets())
                                    .getHostAddress()
                            : name.getName().toString());
        }
        return names;
    }
}
