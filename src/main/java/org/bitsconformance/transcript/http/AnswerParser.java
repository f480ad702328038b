package org.bitsconformance.transcript.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads an answer from bytes (RFC 2616 section 6). Accepts what a lenient receiver accepts, and notes defects of form,
 * so that one slip does not hide every other fact about an answer.
 */
public final class AnswerParser {

    private static final Pattern STATUS_LINE = Pattern.compile("(HTTP/\\d+\\.\\d+) (\\d{3})(?: ([^\r\n]*))?");
    private static final Pattern START = Pattern.compile("HTTP/\\d*\\.?\\d*.*", Pattern.DOTALL);
    private static final int LONGEST_START = 64;

    private AnswerParser() {}

    /**
     * Reads what has arrived so far.
     *
     * @param text the bytes as ISO 8859-1
     * @param requestMethod method of the request, since an answer to HEAD has no body
     * @param ended whether nothing more will come because the connection ended
     * @return the answer once its header is complete; empty before, or when this is not HTTP
     */
    static Optional<Answer> parse(String text, String requestMethod, boolean ended) {
        int interim = 0;
        int from = 0;
        while (true) {
            int endOfHead = endOfHead(text, from);
            if (endOfHead < 0) {
                return Optional.empty();
            }
            List<String> defects = new ArrayList<>();
            String[] lines = text.substring(from, endOfHead).split("\r?\n", -1);
            Matcher statusLine = STATUS_LINE.matcher(lines[0]);
            if (!statusLine.matches()) {
                return Optional.empty();
            }
            int status = Integer.parseInt(statusLine.group(2));
            if (status >= 100 && status < 200 && status != 101) {
                interim++;
                from = endOfHead;
                continue;
            }
            if (text.substring(from, endOfHead).replace("\r\n", "").indexOf('\n') >= 0) {
                defects.add("lines that end in LF without CR");
            }
            List<String> fieldLines = Arrays.asList(lines).subList(1, lines.length).stream()
                    .filter(line -> !line.isEmpty())
                    .toList();
            Headers headers = Headers.parse(fieldLines, defects);
            Body body = Body.read(text.substring(endOfHead), status, requestMethod, headers, ended, defects);
            return Optional.of(new Answer(
                    statusLine.group(1),
                    status,
                    statusLine.group(3) == null ? "" : statusLine.group(3),
                    headers,
                    body.text(),
                    body.framing(),
                    body.complete(),
                    body.excess(),
                    interim,
                    List.copyOf(defects)));
        }
    }

    /** Length of a chunked body in bytes, as far as it has arrived. */
    static long lengthOfChunked(String coded) {
        return Body.chunked(coded, new ArrayList<>()).text().length();
    }

    /** Whether these first bytes can no longer become an HTTP answer. */
    public static boolean isNotHttp(String text) {
        if (text.isEmpty()) {
            return false;
        }
        String start = text.substring(0, Math.min(text.length(), LONGEST_START));
        boolean beginsRight = "HTTP/".startsWith(start) || START.matcher(start).matches();
        int firstLine = text.indexOf('\n');
        return !beginsRight
                || (firstLine >= 0
                        && !STATUS_LINE
                                .matcher(text.substring(0, firstLine).stripTrailing())
                                .matches());
    }

    private static int endOfHead(String text, int from) {
        for (int at = text.indexOf('\n', from); at >= 0; at = text.indexOf('\n', at + 1)) {
            if (text.startsWith("\n", at + 1)) {
                return at + 2;
            }
            if (text.startsWith("\r\n", at + 1)) {
                return at + 3;
            }
        }
        return -1;
    }

    /** The body of an answer, and where it ended. */
    private record Body(String text, Answer.Framing framing, boolean complete, int excess) {

        static Body read(String rest, int status, String method, Headers headers, boolean ended, List<String> defects) {
            if (status == 204 || status == 304 || method.equals("HEAD")) {
                return new Body("", Answer.Framing.NO_BODY, true, rest.length());
            }
            if (headers.isChunked()) {
                return chunked(rest, defects);
            }
            OptionalLong length = headers.contentLength();
            if (length.isPresent()) {
                boolean complete = rest.length() >= length.getAsLong();
                int taken = complete ? (int) length.getAsLong() : rest.length();
                return new Body(
                        rest.substring(0, taken), Answer.Framing.CONTENT_LENGTH, complete, rest.length() - taken);
            }
            return new Body(rest, Answer.Framing.UNTIL_CLOSE, ended, 0);
        }

        private static Body chunked(String rest, List<String> defects) {
            StringBuilder decoded = new StringBuilder();
            int at = 0;
            while (true) {
                int endOfLine = rest.indexOf('\n', at);
                if (endOfLine < 0) {
                    return new Body(decoded.toString(), Answer.Framing.CHUNKED, false, 0);
                }
                String size = rest.substring(at, endOfLine).split(";", 2)[0].strip();
                if (!size.matches("[0-9A-Fa-f]{1,8}")) {
                    defects.add(Answer.CHUNK_WITHOUT_SIZE + Excerpt.of(size));
                    return new Body(decoded.toString(), Answer.Framing.CHUNKED, false, 0);
                }
                long length = Long.parseLong(size, 16);
                int begin = endOfLine + 1;
                if (length == 0) {
                    int end = endOfTrailer(rest, begin);
                    boolean complete = end >= 0;
                    return new Body(
                            decoded.toString(), Answer.Framing.CHUNKED, complete, complete ? rest.length() - end : 0);
                }
                if (begin + length > rest.length()) {
                    decoded.append(rest, begin, rest.length());
                    return new Body(decoded.toString(), Answer.Framing.CHUNKED, false, 0);
                }
                decoded.append(rest, begin, begin + (int) length);
                at = begin + (int) length;
                if (rest.startsWith("\r\n", at)) {
                    at += 2;
                } else if (rest.startsWith("\n", at)) {
                    at += 1;
                }
            }
        }

        private static int endOfTrailer(String rest, int begin) {
            int at = begin;
            while (true) {
                int endOfLine = rest.indexOf('\n', at);
                if (endOfLine < 0) {
                    return -1;
                }
                if (rest.substring(at, endOfLine).isBlank()) {
                    return endOfLine + 1;
                }
                at = endOfLine + 1;
            }
        }
    }
}
