package dev.baton.runner;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** This node of the cluster; every start of the process is a new one, so that what an old one holds is never taken for ours. */
@Component
public final class Node {

    private static final int LONGEST_HOST = 40;

    private final String id;
    private final String host;

    @Autowired
    public Node() {
        this(hostName());
    }

    Node(String host) {
        this.host = host;
        String name = host.length() > LONGEST_HOST ? host.substring(0, LONGEST_HOST) : host;
        id = name + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    public String id() {
        return id;
    }

    /** The machine that it runs on. */
    public String host() {
        return host;
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "node";
        }
    }
}
