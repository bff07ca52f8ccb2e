package dev.baton.delegates.firmware.policy;

/** A verdict and why; a compliant device may have no reason. */
public record Judgement(Verdict verdict, String reason) {}
