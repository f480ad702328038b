package org.bitsconformance.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bitsconformance.transcript.SendContext;

/** The header of a message, in which single values are replaced; every other byte stays as it is. */
final class Rewritten {

    private static final Pattern TARGET = Pattern.compile("\\A(\\S+ +)(https?://[^/?#\\s]*)", Pattern.CASE_INSENSITIVE);

    private final boolean request;
    private final List<SendContext.Rewritten> changes = new ArrayList<>();
    private String text;

    private Rewritten(String text, boolean request) {
        this.text = text;
        this.request = request;
    }

    /** A header that the client sent. */
    static Rewritten request(String text) {
        return new Rewritten(text, true);
    }

    /** A header that the server sent. */
    static Rewritten answer(String text) {
        return new Rewritten(text, false);
    }

    /** Replaces scheme and authority of the request target if it is a whole URL. */
    void target(String origin) {
        Matcher target = TARGET.matcher(text);
        if (target.find() && !target.group(2).equals(origin)) {
            changes.add(new SendContext.Rewritten(SendContext.Rewritten.TARGET, target.group(2), origin));
            text = target.group(1) + origin + text.substring(target.end());
        }
    }

    /** Replaces the value of a field that occurs once and on one line. */
    void field(String name, UnaryOperator<String> change) {
        Matcher line = Pattern.compile(
                        "^" + Pattern.quote(name) + "[ \\t]*:[ \\t]*([^\\r\\n]*?)[ \\t]*$(?!\\r?\\n[ \\t])",
                        Pattern.CASE_INSENSITIVE | Pattern.MULTILINE)
                .matcher(text);
        if (!line.find()) {
            return;
        }
        String value = line.group(1);
        int start = line.start(1);
        int end = line.end(1);
        if (line.find()) {
            return;
        }
        String other = change.apply(value);
        if (!other.equals(value)) {
            changes.add(
                    request
                            ? new SendContext.Rewritten(name, value, other)
                            : new SendContext.Rewritten(name, other, value));
            text = text.substring(0, start) + other + text.substring(end);
        }
    }

    /** The header with what was replaced. */
    String text() {
        return text;
    }

    /** What was replaced. */
    List<SendContext.Rewritten> changes() {
        return List.copyOf(changes);
    }
}
