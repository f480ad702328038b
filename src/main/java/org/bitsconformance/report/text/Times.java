package org.bitsconformance.report.text;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** Times as people read them. */
public final class Times {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS 'UTC'", Locale.ROOT);

    private Times() {}

    public static String moment(Instant instant) {
        return MOMENT.format(instant.atOffset(ZoneOffset.UTC));
    }

    /** A moment from a report, in ISO 8601, for people; any other text is unchanged. */
    public static String moment(String iso) {
        try {
            return moment(Instant.parse(iso));
        } catch (DateTimeParseException e) {
            return iso;
        }
    }

    public static String duration(long micros) {
        if (micros < 1_000_000) {
            return String.format(Locale.ROOT, "%.1f ms", micros / 1e3);
        }
        if (micros < 60_000_000) {
            return String.format(Locale.ROOT, "%.1f s", micros / 1e6);
        }
        long seconds = micros / 1_000_000;
        return String.format(Locale.ROOT, "%d min %d s", seconds / 60, seconds % 60);
    }
}
