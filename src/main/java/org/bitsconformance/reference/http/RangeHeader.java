package org.bitsconformance.reference.http;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The header Range of a download (RFC 2616 14.35). */
public final class RangeHeader {

    public static final String NAME = "Range";

    /** If a request has more ranges than this, the whole file is sent instead. */
    private static final int MOST_RANGES = 100;

    private static final String UNIT = "bytes=";
    private static final Pattern RANGE = Pattern.compile("(\\d*)-(\\d*)");

    private RangeHeader() {}

    /**
     * The ranges that a value asks for, in its order, without those beyond the end of a file of {@code length} bytes.
     *
     * @return an empty list if all are beyond it; an empty Optional if the value is malformed and must be ignored
     */
    public static Optional<List<ByteRange>> parse(String value, int length) {
        if (!value.strip().regionMatches(true, 0, UNIT, 0, UNIT.length())) {
            return Optional.empty();
        }
        List<ByteRange> ranges = new ArrayList<>();
        int count = 0;
        for (String part : value.strip().substring(UNIT.length()).split(",", -1)) {
            if (part.isBlank()) {
                continue;
            }
            Matcher range = RANGE.matcher(part.strip());
            if (!range.matches() || !isInOrder(range.group(1), range.group(2)) || ++count > MOST_RANGES) {
                return Optional.empty();
            }
            resolved(range.group(1), range.group(2), length).ifPresent(ranges::add);
        }
        return count == 0 ? Optional.empty() : Optional.of(ranges);
    }

    private static boolean isInOrder(String first, String last) {
        if (first.isEmpty() || last.isEmpty()) {
            return !first.isEmpty() || !last.isEmpty();
        }
        return new BigInteger(first).compareTo(new BigInteger(last)) <= 0;
    }

    private static Optional<ByteRange> resolved(String first, String last, int length) {
        if (first.isEmpty()) {
            int suffix = limited(last, length);
            return Optional.of(new ByteRange(length - suffix, length - 1)).filter(range -> suffix > 0);
        }
        int start = limited(first, length);
        int end = last.isEmpty() ? length - 1 : limited(last, length - 1);
        return Optional.of(new ByteRange(start, end)).filter(range -> start < length);
    }

    private static int limited(String number, int most) {
        return new BigInteger(number).min(BigInteger.valueOf(most)).intValue();
    }
}
