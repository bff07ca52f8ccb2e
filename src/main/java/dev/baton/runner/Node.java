package dev.baton.runner;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** This node of the cluster; every start of the process is a new one, so that what an old one holds is never taken for ours. */
@Component
class Node {

    private final String id = host() + "-" + UUID.randomUUID().toString().substring(0, 8);

    String id() {
        return id;
    }

    private static String host() {
        try {
            String name = InetAddress.getLocalHost().getHostName();
            return name.length() > 40 ? name.substring(0, 40) : name;
        } catch (UnknownHostException e) {
            return "node";
        }
    }
}
