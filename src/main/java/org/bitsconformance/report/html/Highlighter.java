package org.bitsconformance.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.report.html.WireLines.Kind;
import org.bitsconformance.report.html.WireLines.Line;
import org.bitsconformance.result.Finding;

/** Marks the lines of an exchange that a finding is about, by the field that the rule names as decisive. */
final class Highlighter {

    /** Fields that state the purpose of a request, to which its status is the answer. */
    private static final Set<String> ASKING = Set.of(BitsHeaders.PACKET_TYPE, BitsHeaders.CONTENT_RANGE);

    private final String field;
    private final String expected;
    private final boolean ofClient;

    /**
     * @param finding the one to show
     * @param ofClient whether it is about the request and not about the answer
     */
    Highlighter(Finding finding, boolean ofClient) {
        this.ofClient = ofClient;
        this.field = finding.field();
        this.expected = finding.expected();
    }

    /** The answer with what decided marked; a missing header field becomes a note at the end of the head. */
    List<Line> answer(List<Line> lines) {
        return ofClient ? lines : deciding(lines);
    }

    private List<Line> deciding(List<Line> lines) {
        boolean ofHeader = !field.isEmpty() && !field.equals(Finding.STATUS) && !field.equals(Finding.BODY);
        return ofHeader && !lines.isEmpty() && lines.stream().noneMatch(this::decides)
                ? withNote(lines, "no " + field)
                : marked(lines, this::decides);
    }

    /** The request with the expected field marked; if the status decided, with its purpose marked. */
    List<Line> request(List<Line> lines) {
        if (ofClient) {
            return deciding(lines);
        }
        return marked(
                lines,
                line -> line.kind() == Kind.HEADER
                        && ((!expected.isEmpty() && expected.equals(value(line)))
                                || (field.equals(Finding.STATUS)
                                        && ASKING.stream().anyMatch(name(line)::equalsIgnoreCase))));
    }

    private boolean decides(Line line) {
        return switch (line.kind()) {
            case START -> field.equals(Finding.STATUS);
            case HEADER -> !field.isEmpty() && field.equalsIgnoreCase(name(line));
            case BODY, NOTE -> false;
        };
    }

    private static List<Line> marked(List<Line> lines, Predicate<Line> which) {
        return lines.stream()
                .map(line -> which.test(line) ? line.asMarked() : line)
                .toList();
    }

    private static List<Line> withNote(List<Line> lines, String text) {
        List<Line> more = new ArrayList<>(lines);
        int at = 0;
        while (at < lines.size() && inHead(lines.get(at))) {
            at++;
        }
        more.add(at, new Line(Kind.NOTE, text).asMarked());
        return more;
    }

    private static boolean inHead(Line line) {
        return line.kind() == Kind.START
                || (line.kind() == Kind.HEADER && !line.text().isEmpty());
    }

    /** Name of the field in a header line; empty if there is none. */
    private static String name(Line line) {
        return line.text().split(":", 2)[0].strip();
    }

    private static String value(Line line) {
        return line.text().substring(line.text().indexOf(':') + 1).strip();
    }
}
