package dev.baton.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.baton.action.Answer;
import dev.baton.action.Channel;
import dev.baton.action.Command;
import dev.baton.action.Criticality;
import dev.baton.action.Device;
import dev.baton.action.Problem;
import dev.baton.inventory.InventoryDevice;
import dev.baton.run.RunCancelled;
import dev.baton.testing.Devices;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IdleLinksTest {

    private static final Command LOOK = Command.exec("look");

    private final List<String> events = new CopyOnWriteArrayList<>();
    private final AtomicLong clock = new AtomicLong();
    private final InventoryDevice device = Devices.snmp(161, null);
    private boolean restful = true;
    private RuntimeException failure;
    private IdleLinks links = links(Duration.ofHours(1));

    private IdleLinks links(Duration patience) {
        return new IdleLinks(new ProtocolLinks(List.of(new Numbered())), patience, clock::get);
    }

    @AfterEach
    void close() {
        links.close();
    }

    @Test
    void theStepsOfARunHandOneLinkOn() {
        succeed(device, "run1");
        succeed(device, "run1");
        succeed(device, "run1");

        assertThat(events).containsExactly("1 look", "1 look", "1 look");
        assertThat(links.count()).isEqualTo(1);
    }

    @Test
    void anotherRunHasALinkOfItsOwn() {
        succeed(device, "run1");
        succeed(device, "run2");

        assertThat(events).containsExactly("1 look", "2 look");
    }

    @Test
    void twoStepsAtOnceHaveALinkEach() {
        RunLink first = links.open(device, "run1");
        RunLink second = links.open(device, "run1");
        first.send(LOOK);
        second.send(LOOK);
        first.keep();
        second.keep();

        assertThat(events).containsExactly("1 look", "2 look", "2 close");
    }

    @Test
    void aReloadOfTheInventoryEndsIt() {
        InventoryDevice reloaded = Devices.snmp(161, null);
        assertThat(reloaded).isEqualTo(device);

        succeed(device, "run1");
        succeed(reloaded, "run1");

        assertThat(events).containsExactly("1 look", "1 close", "2 look");
    }

    @Test
    void aLinkThatIsClosedIsGone() {
        RunLink link = links.open(device, "run1");
        link.send(LOOK);
        link.close();
        succeed(device, "run1");

        assertThat(events).containsExactly("1 look", "1 close", "2 look");
    }

    @Test
    void whatHappenedToOneLinkEndsTheOneThatWaits() {
        RunLink rebooting = links.open(device, "run1");
        succeed(device, "run1");
        rebooting.close();

        assertThat(events).containsExactly("1 look", "1 close");
        assertThat(links.count()).isZero();
    }

    @Test
    void aLinkThatFailedIsNotKeptEvenIfTheActionSucceeded() {
        RunLink link = links.open(device, "run1");
        failure = Problem.UNREACHABLE.because("box1: the answer was lost");
        assertThat(catchThrowable(() -> link.send(LOOK))).isSameAs(failure);
        assertThat(catchThrowable(() -> link.connect(LOOK))).isSameAs(failure);
        failure = null;
        link.send(LOOK);
        link.keep();

        assertThat(events).containsExactly("1 look", "1 close");
        assertThat(links.count()).isZero();
    }

    @Test
    void anAbortedLinkIsNotKept() {
        RunLink link = links.open(device, "run1");
        link.send(LOOK);
        link.abort();
        link.keep();

        assertThat(events).containsExactly("1 look", "1 abort", "1 close");
    }

    @Test
    void whoComesTooLateToAbortOrCloseDoesNotReachTheNextStep() {
        RunLink first = links.open(device, "run1");
        first.send(LOOK);
        first.keep();
        first.abort();
        first.close();
        succeed(device, "run1");

        assertThat(events).containsExactly("1 look", "1 look");
    }

    @Test
    void aLinkWithoutAConnectionOrNotAsItWasIsNotKept() {
        restful = false;
        succeed(device, "run1");
        links.open(device, "run1").keep();

        assertThat(events).containsExactly("1 look", "1 close");
        assertThat(links.count()).isZero();
    }

    @Test
    void aLinkThatNobodyWantsIsClosedInTime() {
        links.close();
        links = links(Duration.ofMillis(50));

        succeed(device, "run1");

        await().atMost(Duration.ofSeconds(30)).until(() -> events.contains("1 close"));
        assertThat(links.count()).isZero();
    }

    @Test
    void anOldLinkIsNotKeptAgain() {
        succeed(device, "run1");
        clock.addAndGet(Duration.ofMinutes(10).toNanos());
        succeed(device, "run1");
        succeed(device, "run1");

        assertThat(events).containsExactly("1 look", "1 look", "1 close", "2 look");
    }

    @Test
    void nothingIsKeptWhereItIsSwitchedOff() {
        links.close();
        links = links(Duration.ZERO);

        succeed(device, "run1");

        assertThat(events).containsExactly("1 look", "1 close");
    }

    @Test
    void theyAreBoundedInNumber() {
        for (int number = 1; number <= 300; number++) {
            succeed(named("box" + number), "run1");
        }

        assertThat(links.count()).isEqualTo(256);
        assertThat(events).contains("300 close").doesNotContain("1 close");
    }

    @Test
    void whatAnotherRunLeftLongestAgoMakesRoom() {
        for (int run = 1; run <= 257; run++) {
            succeed(device, "run" + run);
        }

        await().atMost(Duration.ofSeconds(30)).until(() -> events.contains("1 close"));
        assertThat(links.count()).isEqualTo(256);
        assertThat(events).doesNotContain("2 close", "257 close");
    }

    private InventoryDevice named(String name) {
        Device other = new Device(name, "127.0.0.1", "linux", null, null, Set.of(), Criticality.LOW, null, false);
        return new InventoryDevice(other, List.of(), null, device.snmp());
    }

    @Test
    void aCancelledRunLeavesNone() {
        succeed(device, "run1");
        succeed(device, "run2");

        links.cancelled(new RunCancelled("run1"));

        await().atMost(Duration.ofSeconds(30)).until(() -> events.contains("1 close"));
        assertThat(links.count()).isEqualTo(1);
    }

    @Test
    void theEndOfTheNodeClosesThemAndKeepsNoMore() {
        succeed(device, "run1");
        links.close();
        succeed(device, "run1");

        assertThat(events).containsExactly("1 look", "1 close", "2 look", "2 close");
    }

    private void succeed(InventoryDevice to, String run) {
        RunLink link = links.open(to, run);
        link.send(LOOK);
        link.keep();
        link.close();
    }

    /** Its links write down what happens to them, each with its number. */
    private final class Numbered implements Protocol {

        private final AtomicInteger opened = new AtomicInteger();

        @Override
        public Set<Channel> channels() {
            return Set.of(Channel.EXEC);
        }

        @Override
        public DeviceLink open(InventoryDevice to) {
            int number = opened.incrementAndGet();
            return new DeviceLink() {
                @Override
                public void connect(Command command) {
                    fail();
                }

                @Override
                public Answer send(Command command) {
                    fail();
                    events.add(number + " " + command.text());
                    return Answer.of(command, "");
                }

                private void fail() {
                    if (failure != null) {
                        throw failure;
                    }
                }

                @Override
                public boolean rest() {
                    return restful;
                }

                @Override
                public void abort() {
                    events.add(number + " abort");
                }

                @Override
                public void close() {
                    events.add(number + " close");
                }
            };
        }
    }
}
