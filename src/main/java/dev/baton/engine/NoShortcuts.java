package dev.baton.engine;

import java.util.List;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.cmd.AbstractModificationCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractRestartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.ModifyProcessInstanceAsyncCmd;
import org.camunda.bpm.engine.impl.cmd.ModifyProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.migration.AbstractMigrationCmd;

/**
 * Lets a run begin at the start of its procedure only, and go on along its flows only: whoever could begin it behind an
 * approval, or move it there, would need none.
 */
final class NoShortcuts extends CommandInterceptor {

    private static final List<Class<?>> SHORTCUTS = List.of(
            StartProcessInstanceAtActivitiesCmd.class,
            ModifyProcessInstanceCmd.class,
            ModifyProcessInstanceAsyncCmd.class,
            AbstractModificationCmd.class,
            AbstractRestartProcessInstanceCmd.class,
            AbstractMigrationCmd.class);

    @Override
    public <T> T execute(Command<T> command) {
        if (SHORTCUTS.stream().anyMatch(shortcut -> shortcut.isInstance(command))) {
            throw new BadUserRequestException("A run begins at the start event of its procedure and follows its flows;"
                    + " it cannot be started at, moved to or restarted from another element");
        }
        return next.execute(command);
    }
}
