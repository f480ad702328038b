package org.bitsconformance.innocent;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A valid Content-Range of a fragment (RFC 2616 14.16).
 *
 * @param last inclusive
 * @param total {@link UploadSession#UNKNOWN} for {@code *}
 */
record ContentRangeValue(long first, long last, long total) {

    private static final Pattern STRICT = Pattern.compile("(?i)bytes +(\\d{1,18})-(\\d{1,18})/(\\d{1,18})");
    private static final Pattern LIBERAL =
            Pattern.compile("(?i)bytes\\s*(\\d{1,18})\\s*-\\s*(\\d{1,18})\\s*/\\s*(\\d{1,18}|\\*)");

    /** Reads a value; empty if it is not valid. */
    static Optional<ContentRangeValue> read(String value, boolean liberal) {
        Matcher match = (liberal && value.matches("(?i)bytes .*") ? LIBERAL : STRICT).matcher(value);
        if (!match.matches()) {
            return Optional.empty();
        }
        long first = Long.parseLong(match.group(1));
        long last = Long.parseLong(match.group(2));
        long total = match.group(3).equals("*") ? UploadSession.UNKNOWN : Long.parseLong(match.group(3));
        boolean valid = first <= last && (total == UploadSession.UNKNOWN || last < total);
        return valid ? Optional.of(new ContentRangeValue(first, last, total)) : Optional.empty();
    }

    long length() {
        return last - first + 1;
    }
}
