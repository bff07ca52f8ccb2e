package dev.baton.web;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.baton.engine.timer.TimerSettings;
import dev.baton.finding.FindingKinds;
import dev.baton.finding.FindingTrend;
import dev.baton.finding.FindingTrend.Count;
import dev.baton.finding.FindingTrend.Day;
import dev.baton.finding.FindingTrends;
import dev.baton.history.SampleRuns;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.MultipartAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Pages, API and history over the rows of a real engine; what other packages own is mocked by the tests. */
@SpringBootConfiguration
@TestComponent // so that the scan of the whole application passes it by
@ComponentScan({"dev.baton.web", "dev.baton.history"})
@ConfigurationPropertiesScan("dev.baton.web")
@ImportAutoConfiguration({
    DispatcherServletAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    MultipartAutoConfiguration.class,
    SecurityAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class,
    ThymeleafAutoConfiguration.class,
    WebMvcAutoConfiguration.class
})
@Import(FindingKinds.class)
class WebSlice {

    @Bean
    TimerSettings timerSettings() {
        return new TimerSettings(ZoneOffset.UTC, Duration.ofMinutes(10));
    }

    @Bean
    FindingTrends findingTrends() {
        return (days, most) -> new FindingTrend(
                List.of(new Day(LocalDate.EPOCH, 2, 1, 3)),
                List.of(new Count("backup-failed", 3)),
                List.of(new Count("core-sw1", 3)));
    }

    @Bean
    DataSource dataSource() {
        // Few connections and little patience: a page that does not give one back fails the next test.
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        pool.setMaximumPoolSize(2);
        pool.setConnectionTimeout(2_000);
        return new HikariDataSource(pool);
    }

    @Bean
    SampleRuns sampleRuns(DataSource database) {
        return new SampleRuns(database, Map.of("binary", "blob", "text", "clob"));
    }

    @Bean
    JdbcClient jdbcClient(DataSource database) {
        return JdbcClient.create(database);
    }

    @Bean
    JdbcTransactionManager transactionManager(DataSource database) {
        return new JdbcTransactionManager(database);
    }
}
