package dev.baton.chaos;

import dev.baton.Application;
import dev.baton.action.Effect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.support.GenericApplicationContext;

/** The whole application with the delegates of the chaos suite, in a JVM of its own that may be killed. */
final class ChaosNode {

    @EnableAutoConfiguration
    @ConfigurationPropertiesScan("dev.baton")
    @ComponentScan(
            basePackages = "dev.baton",
            nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
            excludeFilters = {
                @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = Application.class),
                @ComponentScan.Filter(type = FilterType.ANNOTATION, classes = TestComponent.class)
            })
    static final class Parts {}

    private ChaosNode() {}

    public static void main(String[] arguments) throws Exception {
        ConfigurableApplicationContext context = new SpringApplicationBuilder(Parts.class)
                .initializers((GenericApplicationContext parts) -> {
                    for (Effect effect : Effect.values()) {
                        parts.registerBean(bean(effect), ChaosDelegate.class, () -> new ChaosDelegate(effect));
                    }
                })
                .run(arguments);
        Path diagram = Path.of(context.getEnvironment().getRequiredProperty("chaos.diagram"));
        context.getBean(RepositoryService.class)
                .createDeployment()
                .name("chaos")
                .addString("chaos.bpmn", Files.readString(diagram))
                .enableDuplicateFiltering(true)
                .deploy();
    }

    static String bean(Effect effect) {
        String name = effect.name();
        return "chaos" + name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }
}
