package org.bitsconformance.observe;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.bitsconformance.transcript.http.AnswerParser;

/** Reads the header of one message, up to and including its blank line. */
final class HeadReader {

    /** Longest header that is understood, in bytes; a longer one passes without being understood. */
    static final int LONGEST = 64 << 10;

    private static final int LONGEST_START = 64;
    private static final Pattern REQUEST_START = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,60}( .*)?");
    private static final Pattern REQUEST_LINE =
            Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,60} .+ HTTP/\\d+\\.\\d+\\s*");

    private final WireInput in;
    private final OutputStream other;
    private final Predicate<String> wrongStart;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int blankLines;
    private int lineStart;
    private boolean firstLineSeen;

    /** How the reading ended. */
    enum Found {
        /** A whole header. */
        WHOLE,
        /** Nothing: the connection ended between two messages. */
        NOTHING,
        /** The connection ended within a header. */
        CUT,
        /** Something that is not HTTP. */
        NOT_HTTP,
        /** More than {@link #LONGEST} bytes of a header without its end. */
        TOO_LONG
    }

    private HeadReader(WireInput in, OutputStream other, Predicate<String> wrongStart) {
        this.in = in;
        this.other = other;
        this.wrongStart = wrongStart;
    }

    /** Of a request; before it waits, it sends on what was written to {@code server}. */
    static HeadReader ofRequest(WireInput client, OutputStream server) {
        return new HeadReader(client, server, HeadReader::isNoRequest);
    }

    /** Of an answer; before it waits, it sends on what was written to {@code client}. */
    static HeadReader ofAnswer(WireInput server, OutputStream client) {
        return new HeadReader(server, client, AnswerParser::isNotHttp);
    }

    Found read() throws IOException {
        while (in.fill(other)) {
            for (int at = in.from(), end = at + in.length(); at < end; at++) {
                byte one = in.buffer()[at];
                bytes.write(one);
                in.taken(1);
                if (one == '\n' && endsWith()) {
                    return Found.WHOLE;
                }
                if (!firstLineSeen && startsWrong(one)) {
                    return Found.NOT_HTTP;
                }
                if (bytes.size() > LONGEST) {
                    return Found.TOO_LONG;
                }
            }
        }
        return bytes.size() == 0 ? Found.NOTHING : Found.CUT;
    }

    /** What was read, as ISO 8859-1, without the blank lines before it. */
    String text() {
        return all().substring(blankLines);
    }

    /** The blank lines before it, which HTTP lets a receiver ignore (RFC 2616 4.1). */
    String before() {
        return all().substring(0, blankLines);
    }

    private String all() {
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    /** Whether the line that has just ended is the blank one after the header. */
    private boolean endsWith() {
        int length = bytes.size() - lineStart;
        boolean blank = length == 1 || (length == 2 && all().charAt(lineStart) == '\r');
        lineStart = bytes.size();
        if (blank && lineStart - length == blankLines) {
            blankLines = lineStart;
            return false;
        }
        return blank;
    }

    private boolean startsWrong(byte last) {
        firstLineSeen = last == '\n' && bytes.size() > blankLines;
        int length = bytes.size() - blankLines;
        return (firstLineSeen || length <= LONGEST_START) && wrongStart.test(text());
    }

    private static boolean isNoRequest(String start) {
        int end = start.indexOf('\n');
        return end < 0
                ? !start.isBlank()
                        && !REQUEST_START.matcher(start.replace("\r", "")).matches()
                : !REQUEST_LINE.matcher(start.substring(0, end)).matches();
    }
}
