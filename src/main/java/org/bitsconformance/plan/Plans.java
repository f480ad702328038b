package org.bitsconformance.plan;

import java.util.List;
import java.util.Locale;
import org.bitsconformance.target.Quoted;

/** Finds test plans: by name for those that come with the suite, otherwise by file. */
public final class Plans {
    /** One for each file in the directory {@code testplans}, which the build puts on the class path. */
    private static final List<String> NAMES =
            List.of("concurrent", "full", "history", "large", "security", "smoke", "upload-reply", "wire");

    private Plans() {}

    /** The names of the plans that come with the suite, sorted. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * Loads a plan. A text that contains a slash or backslash, or ends in {@code .yaml} or {@code .yml}, is a file; any
     * other is one of {@link #names}.
     *
     * @throws InvalidFileException if there is no such plan or file, or the file is not a valid plan
     */
    public static Plan load(String nameOrFile) {
        return isFile(nameOrFile) ? PlanFile.parse(TextFile.read(nameOrFile)) : builtIn(nameOrFile);
    }

    private static boolean isFile(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return text.contains("/") || text.contains("\\") || lower.endsWith(".yaml") || lower.endsWith(".yml");
    }

    private static Plan builtIn(String name) {
        if (!NAMES.contains(name)) {
            throw unknown(name);
        }
        return PlanFile.parse(TextFile.resource("testplans/" + name + ".yaml"));
    }

    private static InvalidFileException unknown(String name) {
        String hint = Nearest.to(name, NAMES)
                .map(nearest -> "did you mean \"" + nearest + "\"? ")
                .orElse("");
        return new InvalidFileException("unknown plan " + Quoted.text(name) + "; " + hint + "the plans are "
                + String.join(", ", NAMES) + "; the name of a plan file ends in .yaml or .yml");
    }
}
