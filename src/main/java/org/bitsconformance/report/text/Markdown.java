package org.bitsconformance.report.text;

import java.util.regex.Pattern;

/** What text needs to stand in a page of Markdown, as GitHub and GitLab show it. */
public final class Markdown {

    private static final Pattern BACKTICKS = Pattern.compile("`+");

    private Markdown() {}

    /** Text of our own that Markdown takes for nothing else. */
    public static String escaped(String text) {
        return text.replaceAll("([\\\\|<*_`\\[\\]])", "\\\\$1");
    }

    /**
     * Text from outside as a span of code on one line, where nothing is markup, a link or the mention of a user. Not for
     * tables, where a bar ends a cell before anything else is looked at.
     *
     * @param longest how many characters of it are shown
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
