package dev.baton.device.net.tls;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.springframework.stereotype.Component;

/** Speaks TLS over connected sockets; the name is sent, and the trust decides about the certificate for it. */
@Component
public class TlsClient {

    private final Authorities authorities;

    TlsClient(Authorities authorities) {
        this.authorities = authorities;
    }

    /**
     * Shakes hands, and accepts only a valid certificate of the authority that names the host.
     *
     * @param ca as {@link dev.baton.action.net.TlsPeer} has it
     */
    public SSLSocket verified(Socket connected, String host, String ca) throws IOException {
        return shakeHands(connected, host, authorities.trust(ca));
    }

    static SSLSocket shakeHands(Socket connected, String name, X509ExtendedTrustManager trust) throws IOException {
        String host = name.startsWith("[") ? name.substring(1, name.length() - 1) : name;
        SSLSocket socket =
                (SSLSocket) context(trust).getSocketFactory().createSocket(connected, host, connected.getPort(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        if (!host.matches("[0-9.]+|.*:.*")) {
            parameters.setServerNames(List.of(new SNIHostName(host)));
        }
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static SSLContext context(X509ExtendedTrustManager trust) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trust}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
