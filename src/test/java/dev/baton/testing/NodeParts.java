package dev.baton.testing;

import dev.baton.identity.CurrentUser;
import org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappAutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;

/** What a node is made of that has no web pages. */
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
            "dev.baton.observation",
            "dev.baton.history",
            "dev.baton.backup",
            "dev.baton.delegates"
        })
public final class NodeParts {}
