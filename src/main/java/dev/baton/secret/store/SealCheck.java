package dev.baton.secret.store;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Refuses to start where a kept secret is not encrypted with a key at hand. */
@Component
class SealCheck implements SmartInitializingSingleton {

    private final SecretStore store;

    SealCheck(SecretStore store) {
        this.store = store;
    }

    @Override
    public void afterSingletonsInstantiated() {
        store.requireAllSealed();
    }
}
