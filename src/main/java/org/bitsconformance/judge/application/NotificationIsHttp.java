package org.bitsconformance.judge.application;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.history.Notice;
import org.bitsconformance.transcript.http.Excerpt;

/**
 * The request line and the header of a notification have the form of HTTP (MC-BUP 2.2, 2.2.1; RFC 2616 4.1, 4.2, 5.1).
 * Other rules check its version, its {@code Host} and its length.
 */
public final class NotificationIsHttp implements NoticeRule {

    private static final String EXPECTED = "a request in the form of RFC 2616 section 5";
    private static final Pattern BLANK_LINE = Pattern.compile("\r?\n\r?\n");
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern REQUEST_LINE = Pattern.compile(TOKEN + " ([^ ]+)(?: [^ ]+)?");
    private static final Pattern TARGET = Pattern.compile("(?s)(?:(?i:https?)://[^/?#]+)?/.*|(?i:https?)://[^/?#]+");
    private static final Pattern FIELD = Pattern.compile(TOKEN + ":.*", Pattern.DOTALL);
    private static final Pattern CONTROL_CHARACTER = Pattern.compile("[\\x00-\\x08\\x0A-\\x1F\\x7F]");

    @Override
    public String requirement() {
        return "notification.http";
    }

    @Override
    public Judgement judge(Notice notice, CaseHistory history, Context context) {
        String text = notice.event().request().text();
        Matcher end = BLANK_LINE.matcher(text.stripLeading());
        if (!end.find()) {
            return Judgement.skipped("the header of the notification did not come to its end");
        }
        return defect(text, text.stripLeading().substring(0, end.end()))
                .<Judgement>map(
                        defect -> Judgement.broken(EXPECTED, defect, "The notification is malformed: " + defect + "."))
                .orElseGet(Judgement::held);
    }

    private static Optional<String> defect(String text, String head) {
        if (!text.startsWith(head)) {
            return Optional.of("an empty line before the request line");
        }
        if (head.matches("(?s)(?:.*[^\r])?\n.*")) {
            return Optional.of("a line that ends without a carriage return");
        }
        List<String> lines = List.of(head.substring(0, head.length() - 4).split("\r\n", -1));
        Matcher requestLine = REQUEST_LINE.matcher(lines.get(0));
        if (!requestLine.matches() || hasControlCharacter(lines.get(0))) {
            return Optional.of("the request line " + Excerpt.of(lines.get(0)));
        }
        if (!TARGET.matcher(requestLine.group(1)).matches()) {
            return Optional.of("the request target " + Excerpt.of(requestLine.group(1))
                    + ", which is no absolute path and no absolute URL");
        }
        return lines.stream()
                .skip(1)
                .filter(line -> hasControlCharacter(line) || !isFieldOrGoesOn(line, lines.get(1)))
                .findFirst()
                .map(line -> "the header line " + Excerpt.of(line));
    }

    /** Whether a line begins a header field or continues the one before it. */
    private static boolean isFieldOrGoesOn(String line, String firstLine) {
        boolean goesOn = line.startsWith(" ") || line.startsWith("\t");
        return goesOn ? !line.equals(firstLine) : FIELD.matcher(line).matches();
    }

    private static boolean hasControlCharacter(String line) {
        return CONTROL_CHARACTER.matcher(line).find();
    }
}
