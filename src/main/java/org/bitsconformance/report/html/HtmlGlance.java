package org.bitsconformance.report.html;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bitsconformance.report.text.Printable;
import org.bitsconformance.result.Cause;
import org.bitsconformance.result.Counted;
import org.bitsconformance.result.Finding;
import org.bitsconformance.result.RequirementResult;
import org.bitsconformance.result.RunResult;

/**
 * What is broken: a line for each cause, and for each broken requirement that no cause explains.
 *
 * @param lines the first, causes before requirements, what blocks most first
 * @param more how many lines are left out
 */
record HtmlGlance(List<Line> lines, int more) {

    /** Maximum number of lines. */
    static final int MOST = 12;

    private static final int LONGEST_VALUE = 100;

    /**
     * A cause or a requirement.
     *
     * @param word the verdict of a requirement, or {@code cause}
     * @param link id of the page's entry with all details
     * @param found what the cause is, or what the requirement expects and what came
     * @param share how much a cause explains; how often a requirement was broken
     */
    record Line(String word, String link, String id, String found, String share) {

        private static Line of(Cause cause) {
            int explained = cause.explains().size();
            return new Line(
                    "cause",
                    "cause-" + cause.id(),
                    cause.id(),
                    Printable.cut(cause.title(), 2 * LONGEST_VALUE),
                    "explains " + Counted.of(explained, "requirement"));
        }

        private static Line of(RequirementResult broken) {
            String id = broken.requirement().id();
            return new Line(
                    broken.verdict().word(),
                    "broken-" + id,
                    id,
                    found(broken),
                    "broken " + broken.broken() + " of " + broken.judged());
        }

        private static String found(RequirementResult broken) {
            Finding shown = broken.decisive();
            String values = Stream.of(shown.expected(), shown.actual())
                    .filter(text -> !text.isBlank())
                    .map(text -> Printable.cut(text.replaceAll("\\s+", " ").strip(), LONGEST_VALUE))
                    .collect(Collectors.joining(" → "));
            return values.isEmpty()
                    ? Printable.cut(
                            shown.message().isEmpty() ? broken.requirement().statement() : shown.message(),
                            2 * LONGEST_VALUE)
                    : values;
        }
    }

    static HtmlGlance of(RunResult result) {
        List<Line> all = Stream.concat(
                        result.causes().stream().map(Line::of),
                        result.broken().stream()
                                .filter(one ->
                                        result.causesOf(one.requirement().id()).isEmpty())
                                .map(Line::of))
                .toList();
        return new HtmlGlance(all.stream().limit(MOST).toList(), Math.max(0, all.size() - MOST));
    }
}
