package dev.baton.runner;

import dev.baton.action.DeviceDelegate;
import java.util.Map;

/**
 * What the actions of one step share.
 *
 * @param facts by device, what earlier steps of the run recorded
 * @param earlier by device, tries of the same activity that must not simply be repeated
 * @param windows keeps changes to the windows of the devices
 */
record StepContext<I extends Record>(
        QueuedStep step,
        DeviceDelegate<I> delegate,
        I inputs,
        Map<String, Map<String, String>> facts,
        Map<String, EarlierTry> earlier,
        WindowGate windows,
        StopSignal stop) {}
