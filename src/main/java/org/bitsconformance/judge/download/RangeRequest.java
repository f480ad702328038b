package org.bitsconformance.judge.download;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bitsconformance.judge.history.Download;

/**
 * What {@code Range} asks for (RFC 2616 14.35.1).
 *
 * @param wellFormed whether it is a list of byte ranges in the form that HTTP specifies
 * @param specs the ranges as written
 */
record RangeRequest(boolean wellFormed, List<String> specs) {

    private static final Pattern BYTES = Pattern.compile("(?i)bytes[ \\t]*=(.*)");
    private static final Pattern SPEC = Pattern.compile("(\\d{0,18})[ \\t]*-[ \\t]*(\\d{0,18})");

    /** The one of a GET; empty if it has no {@code Range}. */
    static Optional<RangeRequest> of(Download download) {
        return download.range()
                .filter(value -> download.request().method().equals("GET"))
                .map(RangeRequest::parse);
    }

    private static RangeRequest parse(String value) {
        Matcher bytes = BYTES.matcher(value);
        if (!bytes.matches()) {
            return new RangeRequest(false, List.of());
        }
        List<String> specs = Arrays.stream(bytes.group(1).split(",", -1))
                .map(String::strip)
                .filter(spec -> !spec.isEmpty())
                .toList();
        return new RangeRequest(!specs.isEmpty() && specs.stream().allMatch(RangeRequest::isSpec), specs);
    }

    private static boolean isSpec(String spec) {
        Matcher matcher = SPEC.matcher(spec);
        if (!matcher.matches()) {
            return false;
        }
        String first = matcher.group(1);
        String last = matcher.group(2);
        boolean both = !first.isEmpty() && !last.isEmpty();
        return both ? Long.parseLong(first) <= Long.parseLong(last) : !(first.isEmpty() && last.isEmpty());
    }

    /** The ranges that exist in a reply of that many bytes, in the order of the request, cut at the reply's end. */
    List<Slice> in(long length) {
        return specs.stream().flatMap(spec -> slice(spec, length).stream()).toList();
    }

    private static Optional<Slice> slice(String spec, long length) {
        Matcher matcher = SPEC.matcher(spec);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long end = length - 1;
        String last = matcher.group(2);
        if (matcher.group(1).isEmpty()) {
            long suffix = Long.parseLong(last);
            return suffix == 0 || length == 0
                    ? Optional.empty()
                    : Optional.of(new Slice(Math.max(0, length - suffix), end));
        }
        long first = Long.parseLong(matcher.group(1));
        return first > end
                ? Optional.empty()
                : Optional.of(new Slice(first, last.isEmpty() ? end : Math.min(Long.parseLong(last), end)));
    }
}
