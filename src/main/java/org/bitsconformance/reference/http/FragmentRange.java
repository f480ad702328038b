package org.bitsconformance.reference.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The range of a fragment: RFC 2616 14.16 without its wildcards, since a fragment has both a range and a total (MC-BUP
 * 2.2.6.1; Win32 fragment).
 *
 * @param first offset of the first byte, zero-based
 * @param last offset of the last byte, inclusive
 * @param total length of the whole upload in bytes
 */
public record FragmentRange(long first, long last, long total) {

    private static final Pattern GRAMMAR =
            Pattern.compile("bytes[ \\t]+([0-9]+)-([0-9]+)/([0-9]+)", Pattern.CASE_INSENSITIVE);

    /**
     * Parses a header value; empty if it is malformed, if its numbers need more than 63 bits, or if they contradict
     * each other.
     */
    public static Optional<FragmentRange> parse(String value) {
        return numbers(value).filter(FragmentRange::isInOrder);
    }

    /** Like {@link #parse}, even if the numbers contradict each other. */
    public static Optional<FragmentRange> numbers(String value) {
        Matcher matcher = GRAMMAR.matcher(value.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new FragmentRange(
                    Long.parseLong(matcher.group(1)),
                    Long.parseLong(matcher.group(2)),
                    Long.parseLong(matcher.group(3))));
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }

    /**
     * A copy with every number modulo {@code span}, like a counter with too few bits; the numbers may then contradict
     * each other.
     */
    public FragmentRange modulo(long span) {
        return new FragmentRange(first % span, last % span, total % span);
    }

    /** Whether the numbers are consistent. */
    public boolean isInOrder() {
        return first <= last && last < total;
    }

    /** Whether they would be consistent if they were compared as text. */
    public boolean isInOrderAsText() {
        String end = String.valueOf(last);
        return String.valueOf(first).compareTo(end) <= 0 && end.compareTo(String.valueOf(total)) < 0;
    }

    /** The header value as clients send it. */
    public String usualText() {
        return "bytes " + first + "-" + last + "/" + total;
    }

    /** How many bytes the body must have. */
    public long length() {
        return last - first + 1;
    }

    /** Offset of the byte after the last one. */
    public long end() {
        return last + 1;
    }

    public boolean reachesEnd() {
        return end() == total;
    }
}
