package dev.baton.web;

import dev.baton.action.ConfigArchive;
import dev.baton.action.Observations;
import dev.baton.backup.BackupViews;
import dev.baton.device.trust.approved.HostKeyViews;
import dev.baton.finding.FindingActs;
import dev.baton.finding.FindingViews;
import dev.baton.identity.AccessTokens;
import dev.baton.inventory.Inventory;
import dev.baton.procedure.Procedures;
import dev.baton.run.MissedRuns;
import dev.baton.run.Runs;
import dev.baton.run.Tasks;
import dev.baton.runner.cluster.Quarantine;
import dev.baton.secret.store.SecretStore;
import dev.baton.secret.store.SecretViews;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** Pages and API as an operator sees them; the packages behind them are mocks, which a test takes as its fields. */
@SpringBootTest(classes = WebSlice.class)
@AutoConfigureMockMvc
@WithMockUser(username = "zoe", roles = "operators")
@MockitoBean(
        types = {
            Runs.class,
            MissedRuns.class,
            Tasks.class,
            Procedures.class,
            Inventory.class,
            BackupViews.class,
            ConfigArchive.class,
            FindingViews.class,
            Observations.class,
            FindingActs.class,
            AccessTokens.class,
            Quarantine.class,
            HostKeyViews.class,
            SecretStore.class,
            SecretViews.class
        })
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface WebTest {}
