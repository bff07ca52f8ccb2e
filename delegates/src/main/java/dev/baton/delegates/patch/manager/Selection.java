package dev.baton.delegates.patch.manager;

import dev.baton.action.Problem;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which pending patches a run installs.
 *
 * @param packages names of packages, which count for {@link PatchScope#CVES} only
 * @param excluded names of packages that stay as they are
 */
public record Selection(PatchScope scope, List<String> packages, List<String> excluded) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9+.-]*");
    private static final Pattern SEPARATOR = Pattern.compile("[\\s,]+");

    /** @throws dev.baton.action.ActionProblem {@code BAD_INPUT} for what is no name of a package */
    public Selection {
        packages = List.copyOf(packages);
        excluded = List.copyOf(excluded);
        Stream.concat(packages.stream(), excluded.stream())
                .filter(name -> !NAME.matcher(name).matches())
                .forEach(name -> {
                    throw Problem.BAD_INPUT.because("\"" + name + "\" is not the name of a package");
                });
    }

    /** @param excluded as people write it: with commas, blanks or lines between */
    public static Selection of(PatchScope scope, List<String> packages, List<String> excluded) {
        return new Selection(scope, packages, words(excluded));
    }

    /** The words of lines that may have several, with commas or blanks between. */
    public static List<String> words(List<String> lines) {
        return lines.stream()
                .flatMap(SEPARATOR::splitAsStream)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    public boolean takes(Patch patch) {
        if (excludes(patch.name())) {
            return false;
        }
        return switch (scope) {
            case ALL -> true;
            case SECURITY -> patch.security();
            case CVES -> packages.contains(withoutArchitecture(patch.name()));
        };
    }

    public boolean excludes(String name) {
        return excluded.contains(withoutArchitecture(name));
    }

    /** Whether it may take anything at all. */
    public boolean takesAny() {
        return scope != PatchScope.CVES || !packages.isEmpty();
    }

    /** Whether it names packages, which not every package manager is asked for. */
    boolean namesPackages() {
        return scope == PatchScope.CVES || !excluded.isEmpty();
    }

    /** A regular expression that fits these names, of any architecture. */
    static String pattern(List<String> names) {
        return "("
                + names.stream()
                        .map(name -> name.replace(".", "[.]").replace("+", "[+]"))
                        .collect(Collectors.joining("|"))
                + ")(:[a-z0-9-]+)?";
    }

    private static String withoutArchitecture(String name) {
        int colon = name.indexOf(':');
        return colon < 0 ? name : name.substring(0, colon);
    }
}
