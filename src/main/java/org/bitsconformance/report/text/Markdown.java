package org.bitsconformance.report.text;

import java.util.regex.Pattern;

/** Escapes text for a Markdown page, as GitHub and GitLab show it. */
public final class Markdown {

    private static final Pattern BACKTICKS = Pattern.compile("`+");

    private Markdown() {}

    /** Text of our own in which Markdown sees no markup. */
    public static String escaped(String text) {
        return text.replaceAll("([\\\\|<*_`\\[\\]])", "\\\\$1");
    }

    /**
     * Text from outside as a code span on one line, without markup, links or user mentions. Not for tables, in which a
     * vertical bar ends a cell first.
     *
     * @param longest maximum number of characters to show
     */
    public static String code(String text, int longest) {
        String shown = Printable.cut(Printable.line(text).strip(), longest);
        if (shown.isEmpty()) {
            return "(empty)";
        }
        int run = BACKTICKS
                .matcher(shown)
                .results()
                .mapToInt(found -> found.group().length())
                .max()
                .orElse(0);
        String fence = "`".repeat(run + 1);
        String room = shown.startsWith("`") || shown.endsWith("`") ? " " : "";
        return fence + room + shown + room + fence;
    }
}
