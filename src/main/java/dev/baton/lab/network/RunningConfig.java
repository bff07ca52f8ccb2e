package dev.baton.lab.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A configuration of lines and of sections with lines in them. */
final class RunningConfig {

    private static final List<String> ONCE_IN_A_SECTION = List.of(
            "description", "mtu", "speed", "duplex", "name", "ip address", "switchport access vlan", "switchport mode");

    private final Profile profile;
    private final List<Block> blocks = new ArrayList<>();

    RunningConfig(Profile profile, String text) {
        this.profile = profile;
        text.lines().forEach(line -> {
            if (line.startsWith(" ")) {
                blocks.get(blocks.size() - 1).lines().add(line.strip());
            } else {
                blocks.add(new Block(line, new ArrayList<>()));
            }
        });
    }

    /** The lines without header and footer, sections set apart by exclamation marks. */
    synchronized String text() {
        StringBuilder text = new StringBuilder();
        String before = "";
        for (Block block : blocks) {
            String word = firstWord(block.head());
            if (!before.isEmpty() && (isSection(block.head()) || !word.equals(before))) {
                text.append("!\n");
            }
            text.append(block.head()).append('\n');
            block.lines().forEach(line -> text.append(' ').append(line).append('\n'));
            before = word;
        }
        return text.append("!\n").toString();
    }

    RunningConfig copy() {
        return new RunningConfig(profile, text().replace("!\n", ""));
    }

    synchronized String hostname() {
        return blocks.stream()
                .map(Block::head)
                .filter(head -> head.startsWith("hostname "))
                .map(head -> head.substring("hostname ".length()))
                .findFirst()
                .orElse("switch");
    }

    boolean isSection(String line) {
        return profile.sections().containsKey(firstWord(line)) && line.indexOf(' ') > 0;
    }

    boolean accepts(String line, boolean inSection) {
        String word = firstWord(line.startsWith("no ") ? line.substring("no ".length()) : line);
        return (inSection ? profile.sectionWords() : profile.words()).contains(word);
    }

    /** Makes sure that a section exists. */
    synchronized void open(String head) {
        if (section(head).isEmpty()) {
            add(new Block(head, new ArrayList<>()));
        }
    }

    /** Applies a line outside of sections. */
    synchronized void apply(String line) {
        if (line.startsWith("no ")) {
            String gone = line.substring("no ".length());
            blocks.removeIf(block -> block.head().equals(gone) || block.head().startsWith(gone + " "));
            return;
        }
        Optional<String> once = prefix(profile.singletons(), line);
        if (once.isPresent()) {
            for (int index = 0; index < blocks.size(); index++) {
                if (isLine(blocks.get(index).head(), once.get())) {
                    blocks.set(index, new Block(line, new ArrayList<>()));
                    return;
                }
            }
        }
        if (blocks.stream().noneMatch(block -> block.head().equals(line))) {
            add(new Block(line, new ArrayList<>()));
        }
    }

    /** Applies a line in a section. */
    synchronized void apply(String head, String line) {
        section(head).ifPresent(block -> {
            List<String> lines = block.lines();
            if (line.startsWith("no ")) {
                String gone = line.substring("no ".length());
                lines.removeIf(present -> isLine(present, gone));
                return;
            }
            prefix(ONCE_IN_A_SECTION, line).ifPresent(once -> lines.removeIf(present -> isLine(present, once)));
            if (!lines.contains(line)) {
                lines.add(line.startsWith("description ") ? 0 : lines.size(), line);
            }
        });
    }

    /** Next to its like; lines without like come before the sections. */
    private void add(Block block) {
        int place = -1;
        for (int index = 0; index < blocks.size(); index++) {
            if (firstWord(blocks.get(index).head()).equals(firstWord(block.head()))) {
                place = index + 1;
            }
        }
        if (place < 0 && !isSection(block.head())) {
            place = (int)
                    blocks.stream().takeWhile(other -> !isSection(other.head())).count();
        }
        blocks.add(place < 0 ? blocks.size() : place, block);
    }

    private Optional<Block> section(String head) {
        return blocks.stream().filter(block -> block.head().equals(head)).findFirst();
    }

    private static Optional<String> prefix(List<String> prefixes, String line) {
        return prefixes.stream().filter(prefix -> isLine(line, prefix)).findFirst();
    }

    private static boolean isLine(String line, String start) {
        return line.equals(start) || line.startsWith(start + " ");
    }

    private static String firstWord(String line) {
        return Stream.of(line.split(" ", 2)).findFirst().orElse("");
    }

    private record Block(String head, List<String> lines) {}
}
