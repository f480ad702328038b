package org.bitsconformance.cli.console;

import java.util.Arrays;
import java.util.Optional;

/** Finds arguments with characters that the locale cannot represent, and that Java has therefore lost. */
public final class LocaleCheck {

    /** Java's replacement for a character that it cannot read. */
    private static final String LOST = "\uFFFD";

    private LocaleCheck() {}

    /**
     * One line that names what was lost and how to keep it; empty if nothing was.
     *
     * @param arguments of the command
     * @param folder in which the process runs
     */
    public static Optional<String> complaint(String[] arguments, String folder) {
        return Arrays.stream(arguments)
                .filter(LocaleCheck::lost)
                .findFirst()
                .map(argument -> "the argument " + argument)
                .or(() -> Optional.of("the folder " + folder).filter(LocaleCheck::lost))
                .map(what -> what.replace(LOST, "?")
                        + " has characters that this locale cannot represent; set LC_ALL=C.UTF-8 and try again");
    }

    private static boolean lost(String text) {
        return text.contains(LOST);
    }
}
