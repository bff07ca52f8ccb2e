package dev.baton.web.api;

import dev.baton.history.Page;
import dev.baton.secret.store.SecretStore;
import dev.baton.secret.store.SecretViews;
import dev.baton.secret.store.SecretViews.SecretView;
import dev.baton.web.Parameters;
import dev.baton.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The versions of the secrets that Baton keeps; no secret itself goes in or out. */
@RestController
@RequestMapping("/api/v1/secrets")
final class SecretApi {

    private static final Logger LOG = LoggerFactory.getLogger(SecretApi.class);

    private final SecretStore store;
    private final SecretViews views;

    SecretApi(SecretStore store, SecretViews views) {
        this.store = store;
        this.views = views;
    }

    @GetMapping
    Page<SecretView> list(
            @RequestParam(defaultValue = Parameters.FIRST) int page,
            @RequestParam(defaultValue = Parameters.SOME) int size) {
        Viewer.current().mustAudit("see the versions of secrets");
        return Page.cut(views.all(), Parameters.slice(page, size));
    }

    /** Has Baton sign in to a device with the secret that the inventory names, and no longer with its own. */
    @PostMapping("/{name}/forget")
    SecretView forget(@PathVariable String name, @RequestBody Forget wish) {
        Viewer viewer = Viewer.current();
        viewer.mustAdminister("make Baton forget a secret");
        String device = Parameters.text("device", wish.device());
        String reason = Parameters.text("reason", wish.reason());
        if (store.forget(name, device)) {
            LOG.warn("{} made Baton forget its secret {} for {}: {}", viewer.name(), name, device, reason);
        }
        return views.all().stream()
                .filter(view -> view.name().equals(name) && view.device().equals(device))
                .findFirst()
                .orElseThrow(() -> new MissingException("Baton keeps no secret " + name + " for " + device + "."));
    }

    /** Whose secret, and why. */
    record Forget(@Nullable String device, @Nullable String reason) {}
}
