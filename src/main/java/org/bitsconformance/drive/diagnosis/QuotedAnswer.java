package org.bitsconformance.drive.diagnosis;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.Excerpt;

/**
 * What an answer tells a person, quoted in one line: its status line, the title of its page, the beginning of its text.
 */
final class QuotedAnswer {

    /** How many characters of the text are quoted. */
    private static final int LONGEST = 200;

    private static final int LONGEST_TITLE = 100;

    /** How much of a body is looked at, in bytes. */
    private static final int LOOKED_AT = 64 << 10;

    private static final Pattern TITLE = Pattern.compile("(?is)<title[^>]*>(.*?)</title>");
    private static final Pattern NOT_SHOWN =
            Pattern.compile("(?is)<!--.*?-->|<(title|script|style)\\b[^>]*>.*?</\\1>|<[^>]{0,2000}>");

    private QuotedAnswer() {}

    /** Such as {@code HTTP/1.1 403 Forbidden with the page "Denied", which says "Ask the administrator."} */
    static String of(Answer answer) {
        String text = text(answer);
        Optional<String> title = title(text);
        String says = printable(NOT_SHOWN.matcher(text).replaceAll(" "));
        String status = Excerpt.of(answer.statusLine());
        String page = title.map(words -> " with the page \"" + shortened(words, LONGEST_TITLE) + "\"")
                .orElse(isHtml(answer) ? " with a web page (HTML)" : "");
        return status + page + (says.isEmpty() ? "" : ", which says \"" + shortened(says, LONGEST) + "\"");
    }

    /** Whether an answer is an HTML page. */
    static boolean isHtml(Answer answer) {
        return answer.headers()
                        .first("Content-Type")
                        .orElse("")
                        .toLowerCase(Locale.ROOT)
                        .contains("html")
                || answer.body().stripLeading().startsWith("<");
    }

    /** The text of an answer; empty if its body is compressed. */
    static String text(Answer answer) {
        boolean coded = answer.headers()
                .first("Content-Encoding")
                .filter(coding -> !coding.equalsIgnoreCase("identity"))
                .isPresent();
        String body =
                answer.body().substring(0, Math.min(LOOKED_AT, answer.body().length()));
        return coded ? "" : new String(body.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static Optional<String> title(String text) {
        Matcher title = TITLE.matcher(text);
        return title.find()
                ? Optional.of(printable(title.group(1))).filter(words -> !words.isEmpty())
                : Optional.empty();
    }

    /** In one line, with plain quotation marks replaced so that they do not end the quotation. */
    private static String printable(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Space}\\p{Z}]+", " ")
                .replaceAll("[^\\p{Print}\\p{L}\\p{N}\\p{P}\\p{S}]", "")
                .replace("\uFFFD", "")
                .replace('"', '\'')
                .strip();
    }

    private static String shortened(String text, int longest) {
        return text.codePointCount(0, text.length()) > longest
                ? text.substring(0, text.offsetByCodePoints(0, longest)) + "…"
                : text;
    }
}
