package org.bitsconformance.report.html;

import java.util.List;
import org.bitsconformance.report.html.WireLines.Kind;
import org.bitsconformance.report.html.WireLines.Line;
import org.bitsconformance.report.text.Printable;

/** The space on the page for exchanges and findings; first come, first served. */
final class PageBudget {

    /** How many characters they get on the page, before escaping. */
    static final int OF_A_PAGE = 4_000_000;

    private static final int LONGEST_TEXT = 600;
    private static final int SHORTEST_TEXT = 60;
    private static final List<Line> NOT_SHOWN =
            List.of(new Line(Kind.NOTE, "not shown, to keep this page small; the record in transcript/ has it"));

    private long left;

    PageBudget(long characters) {
        left = characters;
    }

    /** The lines; if they do not fit, one line that says so. */
    List<Line> lines(List<Line> lines) {
        long needed = lines.stream().mapToLong(line -> line.text().length()).sum();
        if (needed > left) {
            return NOT_SHOWN;
        }
        left -= needed;
        return lines;
    }

    /** The text, cut to a length that depends on whether there is room. */
    String text(String text) {
        String shown = Printable.cut(text, left >= LONGEST_TEXT ? LONGEST_TEXT : SHORTEST_TEXT);
        left -= Math.min(left, shown.length());
        return shown;
    }
}
