package dev.baton.backup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.jgit.diff.DiffAlgorithm;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/** What changed between two texts, line by line. */
record LineDiff(RawText before, RawText after, EditList edits) {

    static LineDiff of(String before, String after) {
        RawText old = new RawText(before.getBytes(StandardCharsets.UTF_8));
        RawText now = new RawText(after.getBytes(StandardCharsets.UTF_8));
        EditList edits = DiffAlgorithm.getAlgorithm(DiffAlgorithm.SupportedAlgorithm.HISTOGRAM)
                .diff(RawTextComparator.DEFAULT, old, now);
        return new LineDiff(old, now, edits);
    }

    int addedLines() {
        return edits.stream().mapToInt(edit -> edit.getLengthB()).sum();
    }

    int removedLines() {
        return edits.stream().mapToInt(edit -> edit.getLengthA()).sum();
    }

    /** In unified form with three lines of context; empty when nothing changed. */
    String unified(String beforeName, String afterName) {
        return unified(beforeName, afterName, 3);
    }

    /** In unified form with so many lines of context. */
    String unified(String beforeName, String afterName, int context) {
        if (edits.isEmpty()) {
            return "";
        }
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (DiffFormatter formatter = new DiffFormatter(text)) {
            formatter.setContext(context);
            formatter.format(edits, before, after);
            formatter.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "--- " + beforeName + "\n+++ " + afterName + "\n" + text.toString(StandardCharsets.UTF_8);
    }
}
