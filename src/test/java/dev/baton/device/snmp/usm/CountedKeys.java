package dev.baton.device.snmp.usm;

import java.util.concurrent.atomic.AtomicInteger;
import org.snmp4j.security.AuthenticationProtocol;

/** Counts how often the slow half of a key is made. */
public final class CountedKeys extends PassPhraseKeys {

    private final AtomicInteger derivations = new AtomicInteger();

    @Override
    byte[] derive(AuthenticationProtocol protocol, byte[] passPhrase) {
        derivations.incrementAndGet();
        return super.derive(protocol, passPhrase);
    }

    public int derivations() {
        return derivations.get();
    }
}
