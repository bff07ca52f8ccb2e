package dev.baton.procedure.check.rule;

import dev.baton.engine.expression.Delegates;
import dev.baton.procedure.check.Checks;
import dev.baton.procedure.check.KnownGroups;
import dev.baton.procedure.check.Origin;
import dev.baton.procedure.check.Violation;
import dev.baton.procedure.source.Bundle;
import dev.baton.procedure.source.Bundles;
import dev.baton.procedure.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** The checks as the application has them, with the delegates by name and without their surroundings. */
public final class ChecksFixture {

    private static final List<String> GROUPS =
            List.of("operators", "changeApprovers", "procedureOwners", "auditors", "administrators", "networkTeam");

    private final Checks checks;

    public ChecksFixture() {
        GenericApplicationContext context = new GenericApplicationContext();
        new ClassPathBeanDefinitionScanner(context).scan("dev.baton.procedure.check");
        ClassPathBeanDefinitionScanner delegates = new ClassPathBeanDefinitionScanner(context);
        delegates.getBeanDefinitionDefaults().setLazyInit(true);
        delegates.scan("dev.baton.delegates");
        ClassPathBeanDefinitionScanner finder = new ClassPathBeanDefinitionScanner(context, false);
        finder.addIncludeFilter(new AssignableTypeFilter(Delegates.class));
        finder.scan("dev.baton.engine");
        context.registerBean(KnownGroups.class, () -> () -> new TreeSet<>(GROUPS));
        context.refresh();
        checks = context.getBean(Checks.class);
    }

    /** What is wrong with each procedure among the files. */
    public List<Violation> check(Origin origin, List<SourceFile> files) {
        List<Bundle> bundles = Bundles.of(files);
        Set<String> keys = bundles.stream().map(Bundle::key).collect(Collectors.toSet());
        return bundles.stream()
                .flatMap(bundle -> checks.check(bundle, origin, keys).stream())
                .toList();
    }

    static SourceFile file(String name, String text) {
        return new SourceFile(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
