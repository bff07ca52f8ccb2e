package dev.baton.device.ssh;

import com.hierynomus.sshj.key.KeyAlgorithms;
import com.hierynomus.sshj.transport.cipher.BlockCiphers;
import com.hierynomus.sshj.transport.kex.DHGroups;
import com.hierynomus.sshj.transport.mac.Macs;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.schmizz.keepalive.KeepAlive;
import net.schmizz.keepalive.KeepAliveProvider;
import net.schmizz.sshj.common.Factory;
import net.schmizz.sshj.connection.ConnectionImpl;

/** What Baton accepts from a device that is marked for a while: after everything modern, what such devices still speak. */
final class LegacyConfig extends ModernConfig {

    private static final Set<String> NAMES = new LegacyConfig(KeepAliveProvider.HEARTBEAT::provide)
            .namesBeside(new ModernConfig(KeepAliveProvider.HEARTBEAT::provide));

    LegacyConfig(Function<ConnectionImpl, KeepAlive> keepAlive) {
        super(keepAlive);
    }

    /** Whether the algorithm is accepted from marked devices only. */
    static boolean isLegacy(String algorithm) {
        return NAMES.contains(algorithm);
    }

    @Override
    protected void initKeyExchangeFactories() {
        super.initKeyExchangeFactories();
        setKeyExchangeFactories(with(getKeyExchangeFactories(), DHGroups.Group14SHA1(), DHGroups.Group1SHA1()));
    }

    @Override
    protected void initKeyAlgorithms() {
        super.initKeyAlgorithms();
        setKeyAlgorithms(with(getKeyAlgorithms(), KeyAlgorithms.SSHRSA()));
    }

    @Override
    protected void initCipherFactories() {
        super.initCipherFactories();
        setCipherFactories(with(
                getCipherFactories(),
                BlockCiphers.AES256CBC(),
                BlockCiphers.AES192CBC(),
                BlockCiphers.AES128CBC(),
                BlockCiphers.TripleDESCBC()));
    }

    @Override
    protected void initMACFactories() {
        super.initMACFactories();
        setMACFactories(with(getMACFactories(), Macs.HMACSHA1()));
    }

    @SafeVarargs
    private static <T> List<Factory.Named<T>> with(List<Factory.Named<T>> modern, Factory.Named<T>... old) {
        List<Factory.Named<T>> all = new ArrayList<>(modern);
        all.addAll(List.of(old));
        return all;
    }

    private Set<String> namesBeside(ModernConfig modern) {
        Set<String> known = names(modern).collect(Collectors.toSet());
        return names(this).filter(name -> !known.contains(name)).collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> names(ModernConfig config) {
        return Stream.of(
                        Factory.Named.Util.getNames(config.getKeyExchangeFactories()),
                        Factory.Named.Util.getNames(config.getKeyAlgorithms()),
                        Factory.Named.Util.getNames(config.getCipherFactories()),
                        Factory.Named.Util.getNames(config.getMACFactories()))
                .flatMap(List::stream);
    }
}
