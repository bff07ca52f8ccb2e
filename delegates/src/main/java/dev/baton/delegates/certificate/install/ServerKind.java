package dev.baton.delegates.certificate.install;

import java.util.ArrayList;
import java.util.List;

/** A program that serves TLS, and how it is asked whether its configuration is sound. */
enum ServerKind {
    NGINX("-c", "", "nginx", "-t"),
    HAPROXY("-f", "/etc/haproxy/haproxy.cfg", "haproxy", "-c"),
    APACHE2("-f", "", "apache2ctl", "-t");

    private final String option;
    private final String usual;
    private final List<String> test;

    ServerKind(String option, String usual, String... test) {
        this.option = option;
        this.usual = usual;
        this.test = List.of(test);
    }

    /** @param configuration the file, or {@code default} for the one that the program takes by itself */
    String[] test(String configuration) {
        String file = configuration.equals("default") ? usual : configuration;
        List<String> words = new ArrayList<>(test);
        if (!file.isEmpty()) {
            words.add(option);
            words.add(file);
        }
        return words.toArray(String[]::new);
    }
}
