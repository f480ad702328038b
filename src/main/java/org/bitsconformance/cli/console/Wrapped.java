package org.bitsconformance.cli.console;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.text.WordUtils;

/** Text broken into lines for a terminal. */
public final class Wrapped {

    private static final String INDENT = "    ";

    private Wrapped() {}

    /** The lines of a text, each at most so many characters long if its words are. */
    public static List<String> lines(String text, int width) {
        return WordUtils.wrap(text, width, "\n", false).lines().toList();
    }

    /** An id and what it means; further lines are indented. */
    public static List<String> entry(String id, String text, int width) {
        List<String> lines = lines(id + "  " + text, width - INDENT.length());
        return IntStream.range(0, lines.size())
                .mapToObj(line -> line == 0 ? lines.get(0) : INDENT + lines.get(line))
                .toList();
    }
}
