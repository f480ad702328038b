package org.bitsconformance.transcript.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The range of an upload that a fragment carries: {@code bytes first-last/total} (RFC 2616 14.16).
 *
 * @param first zero-based offset of the first byte
 * @param last zero-based offset of the last byte
 * @param total number of bytes of the whole upload
 */
public record ContentRange(long first, long last, long total) {

    private static final Pattern FORM =
            Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18})", Pattern.CASE_INSENSITIVE);

    /** Reads a header value; empty unless it is well formed, ascending and within its total. */
    public static Optional<ContentRange> parse(String value) {
        Matcher matcher = FORM.matcher(value);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        ContentRange range = new ContentRange(
                Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)), Long.parseLong(matcher.group(3)));
        return range.first <= range.last && range.last < range.total ? Optional.of(range) : Optional.empty();
    }

    /** Number of bytes in the range. */
    public long length() {
        return last - first + 1;
    }

    /** Whether it includes the last byte of the upload. */
    public boolean reachesEnd() {
        return last == total - 1;
    }

    /** As a header value. */
    @Override
    public String toString() {
        return "bytes " + first + "-" + last + "/" + total;
    }
}
