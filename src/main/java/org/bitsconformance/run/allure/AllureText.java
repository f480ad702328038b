package org.bitsconformance.run.allure;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.commons.text.StringEscapeUtils;

/** Text that Allure shows as HTML. It may contain text from a server, so everything is escaped. */
final class AllureText {

    private static final int LONGEST = 2000;

    private AllureText() {}

    /** One paragraph for each non-empty text, cut at 2,000 characters, without control characters. */
    static String paragraphs(String... texts) {
        return Arrays.stream(texts)
                .filter(text -> !text.isEmpty())
                .map(text -> text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text)
                .map(text -> "<p>" + StringEscapeUtils.escapeHtml4(text.replaceAll("\\p{Cntrl}+", " ")) + "</p>")
                .collect(Collectors.joining());
    }
}
