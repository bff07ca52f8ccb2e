package dev.baton.identity;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** Users and groups in the engine's tables; passwords are hashed there. */
@Component
final class LocalUsers {

    static final String SETUP_GROUP = "camunda-admin";
    static final String SETUP_USER = "nobody";

    private final IdentityService identities;

    LocalUsers(IdentityService identities) {
        this.identities = identities;
    }

    /**
     * Gives Camunda's own group of administrators its one member, whom nobody can sign in as. While that group is empty
     * Camunda sends everybody to its setup page and lets the first visitor make an administrator (CVE-2026-77226); the group
     * itself has no permissions here.
     */
    void closeSetup() {
        ensureGroup(SETUP_GROUP, "Closed");
        if (identities.createUserQuery().userId(SETUP_USER).count() == 0) {
            User user = identities.newUser(SETUP_USER);
            user.setFirstName("Nobody");
            user.setPassword(new BigInteger(256, new SecureRandom()).toString(36));
            identities.saveUser(user);
        }
        if (identities.createUserQuery().memberOfGroup(SETUP_GROUP).count() == 0) {
            identities.createMembership(SETUP_USER, SETUP_GROUP);
        }
    }

    void ensureGroup(String id, String title) {
        if (identities.createGroupQuery().groupId(id).count() == 0) {
            Group group = identities.newGroup(id);
            group.setName(title);
            group.setType("WORKFLOW");
            identities.saveGroup(group);
        }
    }

    boolean isEmpty() {
        return identities.createUserQuery().list().stream().allMatch(LocalUsers::isPlaceholder);
    }

    /** Makes the users exactly these: whoever is missing from the list can no longer sign in. */
    void replace(List<LocalUser> users) {
        Set<String> names = new HashSet<>();
        for (LocalUser user : users) {
            names.add(user.name());
            save(user);
        }
        for (User user : identities.createUserQuery().list()) {
            if (!names.contains(user.getId()) && !isPlaceholder(user)) {
                identities.deleteUser(user.getId());
            }
        }
    }

    void save(LocalUser wanted) {
        User user = identities.createUserQuery().userId(wanted.name()).singleResult();
        if (user == null) {
            user = identities.newUser(wanted.name());
            user.setFirstName(wanted.name());
            // Tasklist shows first and last name, and writes out the null of one that is missing.
            user.setLastName("");
            user.setPassword(wanted.password());
            identities.saveUser(user);
        } else if (!identities.checkPassword(wanted.name(), wanted.password())) {
            user.setPassword(wanted.password());
            identities.saveUser(user);
        }
        join(wanted);
    }

    private static boolean isPlaceholder(User user) {
        return user.getId().equals(SETUP_USER);
    }

    private void join(LocalUser user) {
        Set<String> present = new HashSet<>();
        for (Group group :
                identities.createGroupQuery().groupMember(user.name()).list()) {
            if (user.groups().contains(group.getId())) {
                present.add(group.getId());
            } else {
                identities.deleteMembership(user.name(), group.getId());
            }
        }
        for (String group : user.groups()) {
            ensureGroup(group, group);
            if (present.add(group)) {
                identities.createMembership(user.name(), group);
            }
        }
    }
}
