package dev.baton.identity;

import java.util.List;

/** A person who signs in with a password that Baton checks itself. */
record LocalUser(String name, List<String> groups, String password) {

    @Override
    public String toString() {
        return name + " " + groups;
    }
}
