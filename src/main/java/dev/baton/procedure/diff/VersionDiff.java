package dev.baton.procedure.diff;

import java.util.List;

/**
 * What differs between two versions.
 *
 * @param changes what can change what happens
 * @param layout what only moves the picture
 */
public record VersionDiff(List<ElementDiff> changes, List<ElementDiff> layout) {

    public VersionDiff {
        changes = List.copyOf(changes);
        layout = List.copyOf(layout);
    }
}
