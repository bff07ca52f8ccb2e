package dev.baton.identity;

import dev.baton.engine.Role;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngineException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Before the first request: groups, what they may do, their filters in Tasklist, and the users. */
@Component
final class PeopleAtStart implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(PeopleAtStart.class);
    private static final int TRIES = 5;

    private final IdentitySettings settings;
    private final Environment environment;
    private final LocalUsers users;
    private final UserFile file;
    private final FirstUsers first;
    private final Grants grants;
    private final TaskFilters filters;
    private List<LocalUser> created = List.of();

    PeopleAtStart(
            IdentitySettings settings,
            Environment environment,
            LocalUsers users,
            UserFile file,
            FirstUsers first,
            Grants grants,
            TaskFilters filters) {
        this.settings = settings;
        this.environment = environment;
        this.users = users;
        this.file = file;
        this.first = first;
        this.grants = grants;
        this.filters = filters;
    }

    /** Another node that starts at this very moment does the same, so what one finds done is done. */
    @Override
    public void afterSingletonsInstantiated() {
        for (int tries = 1; ; tries++) {
            try {
                prepare();
                return;
            } catch (ProcessEngineException e) {
                if (tries == TRIES) {
                    throw e;
                }
                log.info("Users and groups are looked at again: {}", e.getMessage());
            }
        }
    }

    private void prepare() {
        users.closeSetup();
        for (Role role : Role.values()) {
            users.ensureGroup(role.group(), role.title());
            grants.ensure(role);
            filters.ensure(role);
        }
        if (settings.users() != null) {
            users.replace(file.read(settings.users()));
        } else if (!isLabEnabled()) {
            throw new BadUsersException("Nobody could sign in: without the lab, users come from a file only, and"
                    + " baton.identity.users names none");
        } else if (users.isEmpty()) {
            created = first.generate();
            created.forEach(users::save);
            first.write(settings.firstPasswords(), created);
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void tellWhereToGo() {
        StringBuilder text = new StringBuilder("\n\n  Baton is ready.\n\n")
                .append("    Console   ")
                .append(address("/"))
                .append('\n')
                .append("    Tasklist  ")
                .append(address("/camunda/app/tasklist/"))
                .append("\n\n");
        if (!created.isEmpty()) {
            text.append("    Who can sign in (shown this once, kept in ")
                    .append(settings.firstPasswords())
                    .append("):\n");
            created.forEach(user -> text.append("      %-10s %s   %s%n"
                    .formatted(user.name(), user.password(), user.groups().get(0))));
        } else if (settings.users() == null) {
            text.append("    Passwords of the first users: ")
                    .append(settings.firstPasswords())
                    .append('\n');
        }
        log.info("{}", text);
        created = List.of();
    }

    private boolean isLabEnabled() {
        return environment.getProperty("baton.lab.enabled", Boolean.class, true);
    }

    private String address(String path) {
        return "http://localhost:" + environment.getProperty("local.server.port", "8080") + path;
    }
}
