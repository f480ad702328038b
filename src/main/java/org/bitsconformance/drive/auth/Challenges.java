package org.bitsconformance.drive.auth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bitsconformance.target.Scheme;
import org.bitsconformance.transcript.http.Answer;

/** The challenges of an answer; one field may hold several (RFC 2617 1.2). */
public record Challenges(List<Challenge> all) {

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern BEGINS = Pattern.compile("(" + TOKEN + ")(?:[ \\t]+(\\S.*))?", Pattern.DOTALL);
    private static final Pattern PARAMETER = Pattern.compile(TOKEN + "[ \\t]*=(?!=*$).*", Pattern.DOTALL);

    /**
     * One challenge.
     *
     * @param scheme first word, as received
     * @param rest what follows the scheme: parameters, a token, or nothing
     */
    record Challenge(String scheme, String rest) {

        boolean is(Scheme other) {
            return scheme.equalsIgnoreCase(other.word());
        }

        /** The challenge as a field value of its own. */
        String text() {
            return rest.isEmpty() ? scheme : scheme + " " + rest;
        }
    }

    /** The challenges in {@code WWW-Authenticate}. */
    public static Challenges of(Answer answer) {
        return in(answer, "WWW-Authenticate");
    }

    /** The challenges in {@code Proxy-Authenticate}. */
    public static Challenges ofProxy(Answer answer) {
        return in(answer, "Proxy-Authenticate");
    }

    private static Challenges in(Answer answer, String field) {
        List<Challenge> found = new ArrayList<>();
        answer.headers().all(field).forEach(value -> add(value, found));
        return new Challenges(List.copyOf(found));
    }

    /** The challenge for a scheme; empty if there is none. */
    public Optional<Challenge> of(Scheme scheme) {
        return all.stream().filter(challenge -> challenge.is(scheme)).findFirst();
    }

    /** The schemes that the server offers, for messages. */
    public String offered() {
        return all.isEmpty()
                ? "no scheme named"
                : all.stream().map(Challenge::scheme).distinct().collect(Collectors.joining(", "));
    }

    private static void add(String value, List<Challenge> found) {
        boolean first = true;
        for (String part : parts(value)) {
            Matcher begins = BEGINS.matcher(part);
            boolean continues = !first && (PARAMETER.matcher(part).matches() || !begins.matches());
            if (continues) {
                Challenge last = found.remove(found.size() - 1);
                found.add(new Challenge(last.scheme(), last.rest().isEmpty() ? part : last.rest() + ", " + part));
            } else if (begins.matches()) {
                found.add(new Challenge(
                        begins.group(1), Optional.ofNullable(begins.group(2)).orElse("")));
                first = false;
            }
        }
    }

    /** Splits at commas outside quotes. */
    private static List<String> parts(String value) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (quoted && c == '\\' && i + 1 < value.length()) {
                part.append(c).append(value.charAt(++i));
                continue;
            }
            quoted ^= c == '"';
            if (c == ',' && !quoted) {
                parts.add(part.toString().strip());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString().strip());
        return parts.stream().filter(text -> !text.isEmpty()).toList();
    }
}
