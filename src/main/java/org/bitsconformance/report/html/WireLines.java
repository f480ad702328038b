package org.bitsconformance.report.html;

import java.util.ArrayList;
import java.util.List;
import org.bitsconformance.report.text.Printable;
import org.bitsconformance.transcript.http.WireBytes;

/**
 * A message as it crossed the wire, line by line, in printable ASCII: any other byte is an escape such as {@code \x1B}.
 * A header line that does not end in CR LF shows how it ends.
 */
final class WireLines {

    private static final int LONGEST_BINARY_BODY = 64;

    private final Detail detail;
    private final List<Line> lines = new ArrayList<>();

    private WireLines(Detail detail) {
        this.detail = detail;
    }

    /** What a line is. */
    enum Kind {
        START,
        HEADER,
        BODY,
        NOTE
    }

    /**
     * A line, without its line end.
     *
     * @param marked whether a finding is about it
     */
    record Line(Kind kind, String text, boolean marked) {

        Line(Kind kind, String text) {
            this(kind, text, false);
        }

        Line asMarked() {
            return new Line(kind, text, true);
        }
    }

    static List<Line> of(WireBytes bytes, Detail detail) {
        WireLines message = new WireLines(detail);
        int endOfHead = endOfHead(bytes.text());
        message.head(bytes.text().substring(0, endOfHead));
        message.body(bytes.text().substring(endOfHead), bytes.length() - endOfHead);
        return message.lines;
    }

    /** Bytes that are not a message of their own. */
    static List<Line> loose(WireBytes bytes, Detail detail) {
        WireLines message = new WireLines(detail);
        message.body(bytes.text(), bytes.length());
        return message.lines;
    }

    private static int endOfHead(String text) {
        int strict = text.indexOf("\r\n\r\n");
        int loose = text.indexOf("\n\n");
        if (strict >= 0 && (loose < 0 || strict < loose)) {
            return strict + 4;
        }
        return loose < 0 ? text.length() : loose + 2;
    }

    private void head(String head) {
        List<String> parts = linesOf(head);
        for (int i = 0; i < parts.size() && i < detail.headLines; i++) {
            String line = parts.get(i);
            boolean regular = line.endsWith("\r\n");
            String text = regular ? line.substring(0, line.length() - 2) : line;
            add(i == 0 ? Kind.START : Kind.HEADER, text);
        }
        int omitted = parts.size() - detail.headLines;
        if (omitted > 0) {
            note(Printable.number(omitted) + " more lines of the head are not shown");
        }
    }

    private void body(String kept, long length) {
        int longest = binary(kept) ? Math.min(LONGEST_BINARY_BODY, detail.bodyBytes) : detail.bodyBytes;
        String shown = kept.substring(0, Math.min(kept.length(), longest));
        linesOf(shown).forEach(line -> add(Kind.BODY, line.replaceFirst("\r?\n$", "")));
        long omitted = length - shown.length();
        if (omitted > 0) {
            note(
                    shown.isEmpty()
                            ? "a body of " + Printable.number(omitted) + " bytes, not shown"
                            : Printable.number(omitted) + " more bytes of " + Printable.number(length)
                                    + " are not shown");
        }
    }

    private void add(Kind kind, String text) {
        StringBuilder shown = new StringBuilder();
        text.chars().limit(detail.lineBytes).forEach(c -> shown.append(Printable.ofByte((char) c)));
        if (text.length() > detail.lineBytes) {
            shown.append("… (cut: ").append(Printable.number(text.length())).append(" bytes)");
        }
        lines.add(new Line(kind, shown.toString()));
    }

    private void note(String text) {
        lines.add(new Line(Kind.NOTE, text));
    }

    private static List<String> linesOf(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("(?<=\n)"));
    }

    private static boolean binary(String body) {
        long unprintable = body.chars()
                .filter(c -> c >= 0x7F || (c < 0x20 && c != '\r' && c != '\n' && c != '\t'))
                .count();
        return unprintable * 4 > body.length();
    }
}
