package org.bitsconformance.judge.download;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bitsconformance.transcript.http.Headers;

/**
 * Consecutive bytes of a reply.
 *
 * @param first zero-based offset of the first one
 * @param last zero-based offset of the last one
 */
record Slice(long first, long last) {

    private static final String NAME = "Content-Range";
    private static final Pattern CONTENT_RANGE =
            Pattern.compile("(?i)bytes[ \\t]+(\\d{1,18})-(\\d{1,18})/(\\d{1,18}|\\*)");

    /** The slice that {@code Content-Range} names; empty if that is missing or malformed. */
    static Optional<Slice> of(Headers headers) {
        return matched(headers).map(found -> new Slice(Long.parseLong(found.group(1)), Long.parseLong(found.group(2))));
    }

    /** The total length that {@code Content-Range} names, if it does. */
    static Optional<Long> total(Headers headers) {
        return matched(headers)
                .map(found -> found.group(3))
                .filter(total -> !total.equals("*"))
                .map(Long::valueOf);
    }

    private static Optional<Matcher> matched(Headers headers) {
        return headers.first(NAME).map(CONTENT_RANGE::matcher).filter(Slice::isRange);
    }

    private static boolean isRange(Matcher matcher) {
        if (!matcher.matches()) {
            return false;
        }
        long last = Long.parseLong(matcher.group(2));
        boolean within = matcher.group(3).equals("*") || last < Long.parseLong(matcher.group(3));
        return Long.parseLong(matcher.group(1)) <= last && within;
    }

    boolean holds(Slice other) {
        return first <= other.first && other.last <= last;
    }

    long length() {
        return last - first + 1;
    }

    @Override
    public String toString() {
        return first + "-" + last;
    }
}
