package dev.baton.device.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.baton.device.Deadlines;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import net.schmizz.concurrent.Promise;
import net.schmizz.sshj.common.LoggerFactory;
import net.schmizz.sshj.common.SSHPacket;
import net.schmizz.sshj.connection.ConnectionException;
import net.schmizz.sshj.connection.ConnectionImpl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Answers;

class SharedKeepAliveTest {

    private final Deque<Runnable> ticks = new ArrayDeque<>();
    private final Deadlines clock = mock(Deadlines.class);
    private final ConnectionImpl connection = mock(ConnectionImpl.class, Answers.RETURNS_DEEP_STUBS);
    private boolean answering;

    @BeforeEach
    void connect() throws Exception {
        Deadlines.Deadline deadline = mock(Deadlines.Deadline.class);
        when(clock.start(any(), any())).thenAnswer(call -> {
            ticks.add(call.getArgument(1, Runnable.class));
            return deadline;
        });
        when(connection.getTransport().isRunning()).thenReturn(true);
        when(connection.getTransport().getService()).thenReturn(connection);
        when(connection.sendGlobalRequest(any(), anyBoolean(), any())).thenAnswer(call -> probe());
        SharedKeepAlive keepAlive = new SharedKeepAlive(connection, clock, Runnable::run);
        keepAlive.setKeepAliveInterval(10);
        keepAlive.start();
    }

    private Promise<SSHPacket, ConnectionException> probe() {
        Promise<SSHPacket, ConnectionException> probe =
                new Promise<>("probe", ConnectionException.chainer, LoggerFactory.DEFAULT);
        if (answering) {
            probe.deliver(new SSHPacket());
        }
        return probe;
    }

    @Test
    void aPeerThatAnswersNoProbeIsGivenUp() {
        tick(3);
        verify(connection.getTransport(), never()).die(any());

        tick(1);

        verify(connection.getTransport()).die(any(ConnectionException.class));
        assertThat(ticks).isEmpty();
    }

    @Test
    void aPeerThatAnswersIsProbedAsLongAsItIsConnected() throws Exception {
        answering = true;
        tick(10);

        verify(connection, times(10)).sendGlobalRequest(any(), anyBoolean(), any());
        verify(clock, times(11)).start(eq(Duration.ofSeconds(10)), any());
    }

    private void tick(int times) {
        for (int tick = 0; tick < times; tick++) {
            ticks.remove().run();
        }
    }
}
