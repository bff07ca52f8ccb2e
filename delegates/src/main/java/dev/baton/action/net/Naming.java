package dev.baton.action.net;

import dev.baton.action.Device;

/** Lets one input of a step say something else for each device: {@code {device}} and {@code {address}}. */
public final class Naming {

    private Naming() {}

    public static String of(Device device, String text) {
        return text.replace("{device}", device.name()).replace("{address}", device.address());
    }

    /** As {@link #of}, for the address of a page: an IPv6 address stands in brackets there. */
    public static String inUrl(Device device, String text) {
        String host = device.address().contains(":") ? "[" + device.address() + "]" : device.address();
        return text.replace("{device}", device.name()).replace("{address}", host);
    }
}
