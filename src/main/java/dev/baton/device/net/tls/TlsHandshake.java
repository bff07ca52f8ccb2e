package dev.baton.device.net.tls;

import dev.baton.action.Answer;
import dev.baton.action.Channel;
import dev.baton.action.Command;
import dev.baton.action.net.TlsPeer;
import dev.baton.device.net.AddressLookup;
import dev.baton.device.net.ChannelCarrier;
import dev.baton.device.net.Dial;
import dev.baton.device.net.Exchange;
import dev.baton.inventory.InventoryDevice;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Set;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Shakes hands with any peer and reports what it presented. */
@Component
class TlsHandshake implements ChannelCarrier {

    private final AddressLookup lookup;
    private final Authorities authorities;
    private final InstantSource clock;

    @Autowired
    TlsHandshake(AddressLookup lookup, Authorities authorities) {
        this(lookup, authorities, InstantSource.system());
    }

    TlsHandshake(AddressLookup lookup, Authorities authorities, InstantSource clock) {
        this.lookup = lookup;
        this.authorities = authorities;
        this.clock = clock;
    }

    @Override
    public Channel channel() {
        return Channel.TLS_HANDSHAKE;
    }

    @Override
    public Ready prepare(InventoryDevice device, Command command, Exchange exchange) throws IOException {
        TlsPeer peer = TlsPeer.of(command.text());
        Set<X509Certificate> roots = authorities.roots(peer.ca());
        InetAddress address = lookup.first(device.device().address(), exchange);
        return () -> Answer.of(command, report(address, peer, roots, exchange));
    }

    private String report(InetAddress address, TlsPeer peer, Set<X509Certificate> roots, Exchange exchange)
            throws IOException {
        Socket socket = Dial.open(address, peer.port(), exchange);
        Witness witness = new Witness();
        SSLSession session = session(TlsClient.shakeHands(socket, peer.name(), witness));
        CertificateReport report = new CertificateReport(witness.chain().get(0), clock.instant());
        report.add("protocol", session.getProtocol());
        report.add("cipher", session.getCipherSuite());
        report.add("chain", new Chain(witness.chain()).verdict(roots, clock.instant()));
        report.add("name", witness.name());
        return report.toString();
    }

    private static SSLSession session(SSLSocket socket) throws SSLException {
        SSLSession session = socket.getSession();
        if (!session.isValid()) {
            throw new SSLException("the handshake did not succeed");
        }
        return session;
    }
}
