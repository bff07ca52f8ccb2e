package dev.baton.identity;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import dev.baton.engine.Role;
import java.nio.file.Path;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class PeopleAtStartTest {

    private final Grants grants = mock(Grants.class);

    @Test
    void aNodeThatStartsAtTheSameTimeAsAnotherStartsAllTheSame() {
        doThrow(new OptimisticLockingException("updated concurrently"))
                .doNothing()
                .when(grants)
                .ensure(any());
        PeopleAtStart people = new PeopleAtStart(
                new IdentitySettings(null, Path.of("passwords")),
                new MockEnvironment(),
                mock(LocalUsers.class),
                mock(UserFile.class),
                mock(FirstUsers.class),
                grants,
                mock(TaskFilters.class));

        people.afterSingletonsInstantiated();

        verify(grants, times(Role.values().length + 1)).ensure(any());
    }
}
