package org.bitsconformance.plan;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bitsconformance.target.Quoted;

/** Parses durations as plans, target files and options write them. */
public final class Durations {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,9}) ?(ms|s|m|h)");
    private static final Duration LONGEST = Duration.ofHours(24);

    private Durations() {}

    /**
     * A whole number and a unit: {@code 500ms}, {@code 5s}, {@code 2m}, {@code 1h}; from 1 ms to 24 hours.
     *
     * @throws IllegalArgumentException if the text is anything else
     */
    public static Duration parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("must be a duration such as 500ms, 5s or 2m, not " + Quoted.text(text));
        }
        Duration duration = of(Long.parseLong(form.group(1)), form.group(2));
        if (duration.isZero() || duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("must be a duration from 1ms to 24h, not " + Quoted.text(text));
        }
        return duration;
    }

    private static Duration of(long count, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            default -> Duration.ofHours(count);
        };
    }
}
