package dev.baton.runner;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.action.Criticality;
import dev.baton.action.Device;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Dialect;
import dev.baton.action.Dialects;
import dev.baton.action.Findings;
import dev.baton.action.Shell;
import dev.baton.action.TargetSets;
import dev.baton.device.Deadlines;
import dev.baton.device.DeviceLinks;
import dev.baton.device.unix.Mark;
import dev.baton.inventory.Credential;
import dev.baton.inventory.HostTrust;
import dev.baton.inventory.Inventory;
import dev.baton.inventory.InventoryDevice;
import dev.baton.inventory.SshAccess;
import dev.baton.observation.KeptObservations;
import dev.baton.observation.SteadyObservations;
import dev.baton.secret.SecretReference;
import dev.baton.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.mockito.Mockito;
import org.springframework.beans.factory.BeanFactory;

/** The runner's parts on a database and scripted devices, without Spring and without an engine. */
final class RunnerFixture implements AutoCloseable {

    static final BreakerSettings BREAKERS =
            new BreakerSettings(3, Duration.ofMinutes(5), 5, Duration.ofSeconds(10), Duration.ofMinutes(5));

    final TestDatabase database;
    final GroupCommit commits;
    final Journal journal;
    final ScriptedLinks links = new ScriptedLinks();
    DeviceLinks through = links;
    final Node node = new Node();
    SteadyObservations observations = new SteadyObservations(Mockito.mock(KeptObservations.class));
    final Inventory inventory = Mockito.mock(Inventory.class);
    final AtomicLong nanoTime = new AtomicLong();
    final Path folder = Path.of("target", "outcomes", UUID.randomUUID().toString());
    final Facts facts;
    final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-25T10:00:00Z"));
    private final PollWorkers workers = new PollWorkers();
    private final DeviceThreads threads = new DeviceThreads();
    final OpenBreakers openBreakers;
    final Deadlines deadlines = new Deadlines();
    Shell shell = Shell.NETWORK_CLI;
    Mark.Patience patience = new Mark.Patience(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(20));
    DetachedCommands.Pace pace = DetachedCommands.Pace.USUAL;
    RunnerSettings settings;
    Leases leases;
    CredentialBreakers credentials;
    DeviceBreakers devices;

    RunnerFixture(TestDatabase database) {
        this.database = database;
        commits = new GroupCommit(database.jdbc(), database.transactions());
        journal = new Journal(database.jdbc(), commits);
        facts = new Facts(database.jdbc(), new ObjectMapper());
        openBreakers = openBreakers();
        Mockito.when(inventory.find(Mockito.anyString()))
                .thenAnswer(call -> Optional.of(device(call.getArgument(0, String.class))));
        settings(Duration.ofSeconds(30), Duration.ofMillis(1), Duration.ofSeconds(60));
    }

    void settings(Duration leaseWait, Duration backOff, Duration drain) {
        Duration lock = Duration.ofSeconds(30);
        settings = new RunnerSettings(
                4, lock, lock, leaseWait, 3, backOff, drain, Duration.ofMillis(20), Duration.ofMinutes(1), folder);
        leases = new Leases(database.jdbc(), commits, settings, nanoTime::get);
        credentials = credentialBreakers(openBreakers);
        devices = new DeviceBreakers(openBreakers, journal, BREAKERS, settings);
    }

    /** As another node sees them. */
    OpenBreakers openBreakers() {
        return new OpenBreakers(database.jdbc(), node, now::get);
    }

    CredentialBreakers credentialBreakers(OpenBreakers seen) {
        return new CredentialBreakers(seen, new LoginSlots(leases, database.jdbc(), node, BREAKERS), BREAKERS);
    }

    static InventoryDevice device(String name) {
        Credential admin = new Credential.SshPassword("net-admin", "admin", new SecretReference("env:PASSWORD"), null);
        return new InventoryDevice(
                new Device(name, "127.0.0.1", "linux", null, null, Set.of(), Criticality.LOW, null, false),
                List.of(),
                new SshAccess(22, admin, new HostTrust.Pin("SHA256:key"), null),
                null);
    }

    static InventoryDevice device(String name, String conflictDomain) {
        InventoryDevice device = device(name);
        return new InventoryDevice(device.device(), List.of(), conflictDomain, device.ssh(), null);
    }

    DeviceRun deviceRun() {
        return deviceRun(through);
    }

    /** @param reached by which it reaches devices, in the place of the scripted ones */
    DeviceRun deviceRun(DeviceLinks reached) {
        Leashes leashes = leashes(reached);
        return new DeviceRun(
                inventory,
                dialects(),
                new Attempts(leashes, journal, facts, node),
                journal,
                outcomes(),
                new Transcripts(commits),
                new LeaseQueue(leases, journal, settings),
                leashes,
                devices,
                new BackOff(settings),
                observations,
                settings);
    }

    private Dialects dialects() {
        Dialect dialect = Mockito.mock(Dialect.class);
        Mockito.when(dialect.shell()).thenReturn(shell);
        Mockito.when(dialect.withoutSecrets(Mockito.anyString())).thenAnswer(call -> call.getArgument(0));
        Dialects dialects = Mockito.mock(Dialects.class);
        Mockito.when(dialects.of("linux")).thenReturn(dialect);
        return dialects;
    }

    SilentNodes silentNodes() {
        return silentNodes(through);
    }

    /** @param reached by which it reaches devices */
    SilentNodes silentNodes(DeviceLinks reached) {
        LostCommands commands = new LostCommands(
                journal, inventory, dialects(), leases, leashes(reached), node, (Executor) Runnable::run);
        return new SilentNodes(commits, journal, commands, settings);
    }

    private Polling polling(DeviceRun deviceRun) {
        PolledRun polledRun = new PolledRun(
                deviceRun,
                new Attempts(leashes(through), journal, facts, node),
                journal,
                new ReadJournal(commits),
                outcomes(),
                new Transcripts(commits),
                devices,
                new BackOff(settings),
                node,
                workers,
                threads);
        return new Polling(polledRun, workers, journal);
    }

    private Leashes leashes(DeviceLinks reached) {
        return new Leashes(
                reached,
                new Gates(credentials, devices, hostKeys(), journal),
                deadlines,
                new LiveOutputs(commits, journal),
                patience,
                pace);
    }

    /** As a node has them that starts in the same folder. */
    Outcomes outcomes() {
        return new Outcomes(
                journal,
                new Transcripts(commits),
                Mockito.mock(Findings.class),
                Mockito.mock(KeptObservations.class),
                new OutcomeFiles(settings, new ObjectMapper()));
    }

    private HostKeyReviews hostKeys() {
        HostKeyReviews reviews = Mockito.mock(HostKeyReviews.class);
        Mockito.when(reviews.watch(Mockito.any(), Mockito.any(), Mockito.anyString()))
                .thenAnswer(call -> call.getArgument(0));
        return reviews;
    }

    /** @param devices the target set of every step */
    StepRun stepRun(DeviceDelegate<?> delegate, List<String> devices) {
        BeanFactory beans = Mockito.mock(BeanFactory.class);
        Mockito.doReturn(delegate).when(beans).getBean(Mockito.anyString(), Mockito.<Class<?>>any());
        TargetSets targetSets = Mockito.mock(TargetSets.class);
        Mockito.when(targetSets.get(Mockito.anyString())).thenReturn(new TargetSets.TargetSet("1", devices));
        DeviceRun deviceRun = deviceRun();
        return new StepRun(
                beans,
                targetSets,
                journal,
                facts,
                deviceRun,
                polling(deviceRun),
                threads,
                new VoidApprovals(database.jdbc()),
                windows());
    }

    ChangeWindows windows() {
        return new ChangeWindows(database.jdbc(), journal, settings, now::get);
    }

    /** Of a run that is no emergency. */
    WindowGate windowGate() {
        return windows().gate(step(Map.of()));
    }

    QueuedStep step(Map<String, Object> variables) {
        return new QueuedStep(
                "task", "act", "RUN-000001", "run", "instance", "Task_Act", "Task_Act:1", null, variables, null);
    }

    /** What another node left in all rows when it was lost. */
    void lostNodeLeft(String state) {
        database.jdbc().update("update baton_action set state = ?, node = 'lost', attempt = 1", state);
    }

    String stored(String device, String column) {
        return database.jdbc()
                .queryForObject(
                        "select " + column + " from baton_action where step = 'Task_Act:1' and device = ?",
                        String.class,
                        device);
    }

    @Override
    public void close() throws InterruptedException {
        workers.destroy();
        deadlines.close();
        commits.destroy();
    }
}
