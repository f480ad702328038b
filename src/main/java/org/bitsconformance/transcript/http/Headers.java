package org.bitsconformance.transcript.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The header fields of a message, in order.
 *
 * @param fields every field, including repeated ones
 */
public record Headers(List<Header> fields) {

    public Headers {
        fields = List.copyOf(fields);
    }

    /** The value of the first field with a name. */
    public Optional<String> first(String name) {
        for (Header field : fields) {
            if (field.named(name)) {
                return Optional.of(field.value());
            }
        }
        return Optional.empty();
    }

    /** The values of all fields with a name, in order. */
    public List<String> all(String name) {
        List<String> values = new ArrayList<>();
        for (Header field : fields) {
            if (field.named(name)) {
                values.add(field.value());
            }
        }
        return List.copyOf(values);
    }

    /** Whether the body is in chunks (RFC 2616 3.6.1). */
    public boolean isChunked() {
        return all("Transfer-Encoding").stream()
                .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains("chunked"));
    }

    /** The first {@code Content-Length} that is a number of bytes. */
    public OptionalLong contentLength() {
        return all("Content-Length").stream()
                .filter(value -> value.matches("\\d{1,18}"))
                .mapToLong(Long::parseLong)
                .findFirst();
    }

    public boolean has(String name) {
        return first(name).isPresent();
    }

    /** The fields in these lines, except the first line and the blank last one; a folded line continues the one before. */
    public static Headers parse(List<String> lines, List<String> defects) {
        List<String> names = new ArrayList<>();
        List<StringBuilder> values = new ArrayList<>();
        for (String line : lines) {
            int colon = line.indexOf(':');
            boolean folded = line.startsWith(" ") || line.startsWith("\t");
            if (folded && !names.isEmpty()) {
                values.get(values.size() - 1).append(' ').append(stripBlanks(line));
            } else if (colon <= 0 || folded) {
                defects.add("a header line without a name: " + Excerpt.of(line));
            } else {
                String name = line.substring(0, colon);
                if (!name.equals(name.stripTrailing())) {
                    defects.add("blanks between a header name and its colon: " + Excerpt.of(line));
                }
                names.add(name.stripTrailing());
                values.add(new StringBuilder(stripBlanks(line.substring(colon + 1))));
            }
        }
        List<Header> fields = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            fields.add(new Header(names.get(i), stripBlanks(values.get(i).toString())));
        }
        return new Headers(fields);
    }

    private static String stripBlanks(String value) {
        int from = 0;
        int to = value.length();
        while (from < to && isBlank(value.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(value.charAt(to - 1))) {
            to--;
        }
        return value.substring(from, to);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
