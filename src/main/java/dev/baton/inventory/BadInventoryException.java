package dev.baton.inventory;

import java.util.List;

/** An inventory file that is refused whole. */
public final class BadInventoryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    public BadInventoryException(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(java.util.stream.Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }

    /** One reason, where it is, and what would be right. */
    public record Fault(String file, int line, String reason) {

        @Override
        public String toString() {
            return file + ":" + line + ": " + reason;
        }
    }
}
