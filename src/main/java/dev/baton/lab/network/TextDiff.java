package dev.baton.lab.network;

import java.util.List;

/** Compares two texts line by line, as a device shows it: no context but signs in front. */
final class TextDiff {

    private TextDiff() {}

    /** @return empty when the texts are equal */
    static String between(String before, String after) {
        List<String> old = before.lines().toList();
        List<String> fresh = after.lines().toList();
        int[][] common = new int[old.size() + 1][fresh.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = fresh.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(fresh.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        StringBuilder diff = new StringBuilder();
        int i = 0;
        int j = 0;
        while (i < old.size() || j < fresh.size()) {
            if (i < old.size() && j < fresh.size() && old.get(i).equals(fresh.get(j))) {
                i++;
                j++;
            } else if (i < old.size() && (j == fresh.size() || common[i + 1][j] >= common[i][j + 1])) {
                diff.append('-').append(old.get(i++)).append('\n');
            } else {
                diff.append('+').append(fresh.get(j++)).append('\n');
            }
        }
        return diff.isEmpty() ? "" : "--- system:/running-config\n+++ session:/session-config\n" + diff;
    }
}
