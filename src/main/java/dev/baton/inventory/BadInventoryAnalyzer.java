package dev.baton.inventory;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in the log of a failed start what is wrong with the inventory, instead of a stack trace. */
final class BadInventoryAnalyzer extends AbstractFailureAnalyzer<BadInventoryException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, BadInventoryException cause) {
        return new FailureAnalysis(
                "The inventory is refused:\n" + cause.getMessage(),
                "Correct the lines named above. Without baton.inventory, Baton starts with the devices of its lab.",
                cause);
    }
}
