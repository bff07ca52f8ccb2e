package dev.baton.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Finding;
import dev.baton.action.Severity;
import dev.baton.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What findings must do on every database. */
abstract class FindingContract {

    private static final Finding BAY_3 =
            new Finding("nas1", "drive-failed", "bay 3", Severity.CRITICAL, "Drive in bay 3 failed.");

    private TestDatabase database;
    private StoredFindings findings;
    private FindingViews views;

    abstract TestDatabase database();

    @BeforeEach
    void emptyDatabase() {
        database = database();
        findings = findings(Duration.ofDays(7));
        views = new StoredFindingViews(JdbcClient.create(database.jdbc()));
    }

    @Test
    void theSameFindingIsRenewedNotRepeated() {
        String first = findings.report("RUN-000001", BAY_3);
        String second =
                findings.report("RUN-000002", new Finding("nas1", "drive-failed", "bay 3", Severity.WARNING, "!"));

        assertThat(second).isEqualTo(first);
        assertThat(views.find(first)).hasValueSatisfying(finding -> {
            assertThat(finding.seen()).isEqualTo(2);
            assertThat(finding.run()).isEqualTo("RUN-000002");
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.message()).isEqualTo("!");
            assertThat(finding.seenAt()).isAfterOrEqualTo(finding.openedAt());
        });
    }

    @Test
    void anotherPartIsAnotherFinding() {
        findings.report("RUN-000001", BAY_3);
        findings.report("RUN-000001", new Finding("nas1", "drive-failed", "bay 4", Severity.CRITICAL, "!"));
        findings.report("RUN-000001", new Finding("nas1", "drive-failed", null, Severity.CRITICAL, "!"));

        assertThat(views.list(FindingFilter.of(FindingState.OPEN), 0, 10).total())
                .isEqualTo(3);
    }

    @Test
    void resolvingClosesEveryPartOfTheKind() {
        findings.report("RUN-000001", BAY_3);
        findings.report("RUN-000001", new Finding("nas1", "drive-failed", "bay 4", Severity.CRITICAL, "!"));
        findings.report("RUN-000001", new Finding("nas1", "fan-failed", null, Severity.WARNING, "!"));

        findings.resolve("RUN-000002", "nas1", "drive-failed");

        assertThat(views.list(FindingFilter.of(FindingState.OPEN), 0, 10).items())
                .extracting(FindingView::kind)
                .containsExactly("fan-failed");
        assertThat(views.list(FindingFilter.of(FindingState.RESOLVED), 0, 10).items())
                .hasSize(2)
                .allSatisfy(finding -> assertThat(finding.resolvedAt()).isNotNull());
    }

    @Test
    void onePartIsResolvedAndTheOthersStay() {
        findings.report("RUN-000001", BAY_3);
        findings.report("RUN-000001", new Finding("nas1", "drive-failed", "bay 4", Severity.CRITICAL, "!"));

        findings.resolve("RUN-000002", "nas1", "drive-failed", "bay 3");

        assertThat(views.list(FindingFilter.of(FindingState.OPEN), 0, 10).items())
                .extracting(FindingView::part)
                .containsExactly("bay 4");
    }

    @Test
    void aFindingThatComesBackSoonIsReopened() {
        String first = findings.report("RUN-000001", BAY_3);
        findings.resolve("RUN-000002", "nas1", "drive-failed");

        assertThat(findings.report("RUN-000003", BAY_3)).isEqualTo(first);
        assertThat(views.find(first)).hasValueSatisfying(finding -> {
            assertThat(finding.state()).isEqualTo(FindingState.OPEN);
            assertThat(finding.resolvedAt()).isNull();
        });
    }

    @Test
    void aFindingThatComesBackLateIsANewOne() {
        StoredFindings forgetful = findings(Duration.ZERO);
        String first = forgetful.report("RUN-000001", BAY_3);
        forgetful.resolve("RUN-000002", "nas1", "drive-failed");

        assertThat(forgetful.report("RUN-000003", BAY_3)).isNotEqualTo(first);
    }

    @Test
    void manyAtOnceOpenOne() throws Exception {
        List<Callable<String>> reports = Stream.generate(() -> (Callable<String>) () -> findings.report("RUN-1", BAY_3))
                .limit(8)
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(reports.size());

        try {
            for (Future<String> report : threads.invokeAll(reports)) {
                assertThat(report.get()).isNotEmpty();
            }
        } finally {
            threads.shutdown();
        }

        assertThat(views.list(FindingFilter.EVERYTHING, 0, 10).items())
                .singleElement()
                .satisfies(finding -> assertThat(finding.seen()).isEqualTo(8));
    }

    @Test
    void aFindingOfAnUndoneTransactionIsNotThere() {
        new TransactionTemplate(database.transactions()).executeWithoutResult(status -> {
            findings.report("RUN-000001", BAY_3);
            status.setRollbackOnly();
        });

        assertThat(views.list(FindingFilter.EVERYTHING, 0, 10).total()).isZero();
    }

    @Test
    void filtersAndPagesNarrowTheList() {
        for (int device = 1; device <= 5; device++) {
            findings.report("RUN-000001", new Finding("dev" + device, "port-down", null, Severity.WARNING, "!"));
        }
        findings.report("RUN-000002", BAY_3);

        assertThat(views.list(FindingFilter.ofDevice("dev2"), 0, 10).total()).isEqualTo(1);
        assertThat(views.list(new FindingFilter(null, "port-down", null, Severity.WARNING, "RUN-000001"), 0, 10)
                        .total())
                .isEqualTo(5);
        assertThat(views.list(new FindingFilter(null, null, null, Severity.INFO, null), 0, 10)
                        .items())
                .isEmpty();
        assertThat(views.list(FindingFilter.EVERYTHING, 1, 4)).satisfies(page -> {
            assertThat(page.items()).hasSize(2);
            assertThat(page.total()).isEqualTo(6);
        });
    }

    @Test
    void settlingResolvesWhatAWholeLookDidNotFind() {
        Finding bay4 = new Finding("nas1", "drive-failed", "bay 4", Severity.CRITICAL, "!");
        findings.report("RUN-000001", BAY_3);
        findings.report("RUN-000001", bay4);
        findings.report("RUN-000001", new Finding("nas1", "fan-failed", "fan 1", Severity.WARNING, "!"));
        findings.report("RUN-000001", new Finding("nas2", "drive-failed", "bay 3", Severity.CRITICAL, "!"));

        findings.settle("RUN-000002", "readHardware", "nas1", Set.of("drive-failed", "drive-worn"), List.of(bay4));

        assertThat(views.list(FindingFilter.of(FindingState.OPEN), 0, 10).items())
                .extracting(finding -> finding.device() + " " + finding.kind() + " " + finding.part())
                .containsExactlyInAnyOrder(
                        "nas1 drive-failed bay 4", "nas1 fan-failed fan 1", "nas2 drive-failed bay 3");
    }

    @Test
    void settlingWithoutAKindOnlyReports() {
        findings.report("RUN-000001", BAY_3);

        findings.settle(
                "RUN-000002",
                "readHardware",
                "nas1",
                Set.of(),
                List.of(new Finding("nas1", "fan-failed", null, Severity.INFO, "!")));

        assertThat(views.list(FindingFilter.of(FindingState.OPEN), 0, 10).total())
                .isEqualTo(2);
    }

    @Test
    void whatSomebodyElseStillSeesIsNotResolved() {
        findings.settle("RUN-000001", "scanDriveLogs", "nas1", Set.of("drive-failed"), List.of(BAY_3));

        findings.settle("RUN-000002", "readHardware", "nas1", Set.of("drive-failed"), List.of());
        assertThat(views.list(FindingFilter.of(FindingState.OPEN), 0, 10).total())
                .isEqualTo(1);

        findings.settle("RUN-000003", "scanDriveLogs", "nas1", Set.of("drive-failed"), List.of());
        assertThat(views.list(FindingFilter.of(FindingState.OPEN), 0, 10).total())
                .isZero();
    }

    @Test
    void anAcknowledgedFindingStaysSoUntilItGetsWorse() {
        String id = findings.report("RUN-000001", new Finding("nas1", "drive-failed", "bay 3", Severity.WARNING, "!"));

        assertThat(findings.acknowledge(id, "ada", "a spare is ordered")).isTrue();
        assertThat(findings.acknowledge(id, "bob", "me too")).isFalse();
        findings.report("RUN-000002", new Finding("nas1", "drive-failed", "bay 3", Severity.WARNING, "!"));

        assertThat(views.find(id)).hasValueSatisfying(finding -> {
            assertThat(finding.state()).isEqualTo(FindingState.ACKNOWLEDGED);
            assertThat(finding.seen()).isEqualTo(2);
            assertThat(finding.acknowledgement()).satisfies(taken -> {
                assertThat(taken.by()).isEqualTo("ada");
                assertThat(taken.note()).isEqualTo("a spare is ordered");
            });
        });

        findings.report("RUN-000003", BAY_3);

        assertThat(views.find(id))
                .hasValueSatisfying(finding -> assertThat(finding.state()).isEqualTo(FindingState.OPEN));
    }

    @Test
    void anAcknowledgedFindingIsResolvedAndComesBackOpen() {
        String id = findings.report("RUN-000001", BAY_3);
        findings.acknowledge(id, "ada", "a spare is ordered");

        findings.resolve("RUN-000002", "nas1", "drive-failed");
        assertThat(views.find(id))
                .hasValueSatisfying(finding -> assertThat(finding.state()).isEqualTo(FindingState.RESOLVED));
        findings.report("RUN-000003", BAY_3.seen("pd 3 failed"));

        assertThat(views.find(id)).hasValueSatisfying(finding -> {
            assertThat(finding.state()).isEqualTo(FindingState.OPEN);
            assertThat(finding.reopened()).isEqualTo(1);
            assertThat(finding.evidence()).isEqualTo("pd 3 failed");
        });
    }

    @Test
    void theTrendTellsWhatCameAndWent() {
        findings.report("RUN-000001", BAY_3);
        findings.report("RUN-000001", new Finding("nas1", "fan-failed", "fan 1", Severity.WARNING, "!"));
        findings.report("RUN-000001", new Finding("nas2", "drive-failed", "bay 1", Severity.CRITICAL, "!"));
        findings.resolve("RUN-000002", "nas1", "fan-failed");

        FindingTrend trend = new StoredFindingTrends(JdbcClient.create(database.jdbc())).last(7, 10);

        assertThat(trend.days()).hasSize(7);
        assertThat(trend.days().get(6)).satisfies(today -> {
            assertThat(today.opened()).isEqualTo(3);
            assertThat(today.resolved()).isEqualTo(1);
            assertThat(today.open()).isEqualTo(2);
        });
        assertThat(trend.days().get(5).open()).isZero();
        assertThat(trend.byKind()).containsExactly(new FindingTrend.Count("drive-failed", 2));
        assertThat(trend.byDevice())
                .containsExactly(new FindingTrend.Count("nas1", 1), new FindingTrend.Count("nas2", 1));
    }

    private StoredFindings findings(Duration reopenWithin) {
        return new StoredFindings(
                JdbcClient.create(database.jdbc()), new FindingSettings(reopenWithin), database.transactions());
    }
}
