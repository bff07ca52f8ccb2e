package dev.baton.device.snmp.usm;

/**
 * The SNMP engine that a device answered with.
 *
 * @param address the IP address and port that answered
 * @param engineId hexadecimal
 */
public record KnownEngine(String device, String address, String engineId) {}
