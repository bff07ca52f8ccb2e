package dev.baton.engine;

import java.util.Map;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;

/** Passwords are long; what else they are made of is their owner's choice. */
public final class PasswordRule implements PasswordPolicyRule {

    /** How many characters a password has at least, wherever its user comes from. */
    public static final int SHORTEST = 12;

    @Override
    public String getPlaceholder() {
        return "PASSWORD_POLICY_LENGTH";
    }

    @Override
    public Map<String, String> getParameters() {
        return Map.of("minLength", String.valueOf(SHORTEST));
    }

    @Override
    public boolean execute(String password) {
        return password.length() >= SHORTEST;
    }
}
