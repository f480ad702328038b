package org.bitsconformance.transcript.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The body of an answer with several ranges, {@code multipart/byteranges} (RFC 2616 19.2). Lines may end in just LF,
 * and there may be text before the first boundary.
 *
 * @param lineEndsBefore number of line ends between the header of the answer and the first boundary
 * @param parts in order
 * @param closed whether the last boundary says that it is the last
 */
public record ByteRangesBody(int lineEndsBefore, List<Part> parts, boolean closed) {

    private static final Pattern TYPE = Pattern.compile(
            "(?i)multipart/(?:x-)?byteranges\\s*;(?:.*;)?\\s*boundary\\s*=\\s*(?:\"([^\"]+)\"|([^\\s;\"]+)).*");
    private static final Pattern END_OF_HEAD = Pattern.compile("\\r?\\n\\r?\\n");

    public ByteRangesBody {
        parts = List.copyOf(parts);
    }

    /**
     * A part.
     *
     * @param headers its header fields
     * @param lines the lines of its header as received, without line ends
     * @param body its bytes, as ISO 8859-1
     */
    public record Part(Headers headers, List<String> lines, String body) {

        public Part {
            lines = List.copyOf(lines);
        }
    }

    /** Parses the body of an answer; empty if it has another {@code Content-Type}, or one without a boundary. */
    public static Optional<ByteRangesBody> of(Answer answer) {
        return answer.headers()
                .first("Content-Type")
                .map(TYPE::matcher)
                .filter(Matcher::matches)
                .map(type -> type.group(1) == null ? type.group(2) : type.group(1))
                .map(boundary -> read(answer.body(), boundary));
    }

    private static ByteRangesBody read(String body, String boundary) {
        Matcher delimiter = Pattern.compile("(?:^|\\r?\\n)--" + Pattern.quote(boundary) + "(--)?[ \\t]*(?=\\r?\\n|$)")
                .matcher(body);
        List<Part> parts = new ArrayList<>();
        int lineEndsBefore = 0;
        int begin = -1;
        boolean closed = false;
        while (!closed && delimiter.find()) {
            if (begin < 0) {
                int dashes = body.indexOf("--", delimiter.start());
                lineEndsBefore = (int) body.substring(0, dashes)
                        .chars()
                        .filter(one -> one == '\n')
                        .count();
            } else {
                parts.add(part(body.substring(begin, delimiter.start())));
            }
            begin = delimiter.end();
            closed = delimiter.group(1) != null;
        }
        return new ByteRangesBody(lineEndsBefore, parts, closed);
    }

    /** {@code text} begins with the line end after the boundary. */
    private static Part part(String text) {
        Matcher end = END_OF_HEAD.matcher(text);
        boolean found = end.find();
        String head = found ? text.substring(0, end.start()) : text;
        List<String> lines = Arrays.stream(head.split("\\r?\\n", -1))
                .filter(line -> !line.isEmpty())
                .toList();
        return new Part(Headers.parse(lines, new ArrayList<>()), lines, found ? text.substring(end.end()) : "");
    }

    /** Whether an answer says that its body has several ranges, whatever it really has. */
    public static boolean isSaidBy(Answer answer) {
        return answer.headers()
                .first("Content-Type")
                .filter(type -> type.toLowerCase(Locale.ROOT).startsWith("multipart/"))
                .isPresent();
    }
}
