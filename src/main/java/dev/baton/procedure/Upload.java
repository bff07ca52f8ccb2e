package dev.baton.procedure;

/**
 * A file that a person sends.
 *
 * @param name file name, with or without folders: {@code patch-hosts.bpmn}
 */
public record Upload(String name, byte[] content) {}
