package dev.baton.delegates.firmware.vendor;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What to look for in the answer to a platform's version command. */
public record CliPatterns(
        Pattern version, @Nullable Pattern model, @Nullable Pattern serial) {}
