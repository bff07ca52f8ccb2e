package dev.baton.chaos;

import dev.baton.action.Effect;
import dev.baton.identity.CurrentUser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappAutoConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;

/** A node without web pages, in a JVM of its own that may be killed; starts the one run if there is none yet. */
final class ChaosNode {

    @EnableAutoConfiguration(exclude = {CamundaBpmWebappAutoConfiguration.class, SecurityAutoConfiguration.class})
    @ConfigurationPropertiesScan("dev.baton")
    @Import(CurrentUser.class)
    @ComponentScan(
            nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
            basePackages = {
                "dev.baton.engine",
                "dev.baton.runner",
                "dev.baton.run",
                "dev.baton.inventory",
                "dev.baton.device",
                "dev.baton.secret",
                "dev.baton.finding",
                "dev.baton.backup",
                "dev.baton.delegates"
            })
    static final class Parts {}

    private ChaosNode() {}

    public static void main(String[] arguments) throws Exception {
        ConfigurableApplicationContext context = new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .initializers((GenericApplicationContext parts) -> {
                    for (Effect effect : Effect.values()) {
                        String name = "chaos" + effect.name().charAt(0)
                                + effect.name().substring(1).toLowerCase(java.util.Locale.ROOT);
                        parts.registerBean(name, ChaosDelegate.class, () -> new ChaosDelegate(effect));
                    }
                })
                .run(arguments);
        ProcessEngine engine = context.getBean(ProcessEngine.class);
        Path diagram = Path.of(context.getEnvironment().getRequiredProperty("chaos.diagram"));
        engine.getRepositoryService()
                .createDeployment()
                .name("chaos")
                .addString("chaos.bpmn", Files.readString(diagram))
                .enableDuplicateFiltering(true)
                .deploy();
        if (engine.getHistoryService().createHistoricProcessInstanceQuery().count() == 0) {
            engine.getRuntimeService().startProcessInstanceByKey("chaos", Map.of("query", "", "reason", "chaos"));
        }
    }
}
