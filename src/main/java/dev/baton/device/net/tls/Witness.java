package dev.baton.device.net.tls;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** Lets every certificate pass, to look at it: nothing but the handshake goes over such a connection. */
final class Witness extends X509ExtendedTrustManager {

    private List<X509Certificate> chain = List.of();
    private String name = "matches";

    /** What the peer presented, its own certificate first. */
    List<X509Certificate> chain() {
        return chain;
    }

    /** {@code matches}, or what Java says against the name. */
    String name() {
        return name;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] presented, String authType, Socket socket) {
        chain = List.of(presented);
        try {
            if (chain.get(0).getSubjectAlternativeNames() == null) {
                name = "it has no subject alternative names";
                return;
            }
            // Trusted by itself, so that all that can fail is the name.
            Authorities.trusting(chain.subList(0, 1)).checkServerTrusted(presented, authType, socket);
        } catch (CertificateException e) {
            name = String.valueOf(e.getMessage());
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] presented, String authType, SSLEngine engine)
            throws CertificateException {
        throw new CertificateException("only sockets are looked at");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] presented, String authType) throws CertificateException {
        throw new CertificateException("only sockets are looked at");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] presented, String authType) throws CertificateException {
        throw new CertificateException("only servers are looked at");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] presented, String authType, Socket socket)
            throws CertificateException {
        throw new CertificateException("only servers are looked at");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] presented, String authType, SSLEngine engine)
            throws CertificateException {
        throw new CertificateException("only servers are looked at");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
