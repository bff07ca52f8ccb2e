package dev.baton.web;

import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.baton.secret.store.SecretStore;
import dev.baton.secret.store.SecretViews;
import dev.baton.secret.store.SecretViews.SecretView;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;

@WebTest
class SecretApiTest {

    private static final SecretView KEPT =
            new SecretView("hosts", "web-01", 3, 2, 4, Instant.parse("2026-11-25T06:00:00Z"));

    @Autowired
    private MockMvc mvc;

    @Autowired
    private SecretStore store;

    @Autowired
    private SecretViews views;

    @Test
    @WithMockUser(roles = "auditors")
    void auditorsSeeVersionsAndForgetNothing() throws Exception {
        when(views.all()).thenReturn(List.of(KEPT));

        mvc.perform(get("/api/v1/secrets"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[0].name").value("hosts"))
                .andExpect(jsonPath("$.items[0].pending").value(4))
                .andExpect(jsonPath("$.items[0].length()").value(6));
        mvc.perform(forget()).andExpect(status().isForbidden());

        verifyNoInteractions(store);
    }

    @Test
    void operatorsSeeNone() throws Exception {
        mvc.perform(get("/api/v1/secrets")).andExpect(status().isForbidden());
    }

    @Test
    @WithMockUser(roles = "administrators")
    void administratorsMakeBatonForget() throws Exception {
        when(views.all()).thenReturn(List.of(KEPT));

        mvc.perform(forget())
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.device").value("web-01"));

        verify(store).forget("hosts", "web-01");
    }

    @Test
    @WithMockUser(roles = "administrators")
    void whatBatonDoesNotKeepItCannotForget() throws Exception {
        when(views.all()).thenReturn(List.of());

        mvc.perform(forget()).andExpect(status().isNotFound());
    }

    private static RequestBuilder forget() {
        return post("/api/v1/secrets/hosts/forget")
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"device\": \"web-01\", \"reason\": \"set by hand at the console\"}");
    }
}
