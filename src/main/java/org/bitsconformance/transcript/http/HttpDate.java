package org.bitsconformance.transcript.http;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A time in one of HTTP's three date formats (RFC 2616 3.3.1), all in GMT. */
public final class HttpDate {

    private static final int FIRST_YEAR_OF_TWO_DIGITS = 1970;

    private static final List<DateTimeFormatter> FORMS = List.of(
            form("[EEE, ]d MMM yyyy HH:mm:ss 'GMT'"),
            new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern("EEEE, d-MMM-")
                    .appendValueReduced(ChronoField.YEAR, 2, 2, FIRST_YEAR_OF_TWO_DIGITS)
                    .appendPattern(" HH:mm:ss 'GMT'")
                    .toFormatter(Locale.ENGLISH),
            form("EEE MMM d HH:mm:ss yyyy"));

    private HttpDate() {}

    /** Parses a header value into text that is the same for the same time in any format; empty for another format. */
    public static Optional<String> parse(String value) {
        return time(value).map(LocalDateTime::toString);
    }

    /** The time in a header value; empty if it has another format. */
    static Optional<Instant> instant(String value) {
        return time(value).map(time -> time.toInstant(ZoneOffset.UTC));
    }

    private static Optional<LocalDateTime> time(String value) {
        String once = value.strip().replaceAll(" +", " ");
        return FORMS.stream().flatMap(form -> read(once, form).stream()).findFirst();
    }

    private static Optional<LocalDateTime> read(String value, DateTimeFormatter form) {
        try {
            return Optional.of(LocalDateTime.parse(value, form));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter form(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH);
    }
}
