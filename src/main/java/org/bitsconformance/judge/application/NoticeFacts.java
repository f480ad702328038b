package org.bitsconformance.judge.application;

import java.util.regex.Pattern;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.Notice;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.transcript.http.Excerpt;

/** The facts about a notification that the rows of {@link ApplicationRules} check. */
final class NoticeFacts {

    private static final String HTTP_1_1 = "HTTP/1.1";
    private static final Pattern VERSION = Pattern.compile("(?i)HTTP/0*1\\.0*1");
    private static final Pattern URL = Pattern.compile("(?i)https?://[^/?#\\s]+(?:[/?][^\\s#]*)?");

    private NoticeFacts() {}

    /** It is a POST. */
    static Judgement isPost(Notice notice, Context context) {
        String method = notice.request().method();
        return method.equals("POST")
                ? Judgement.held()
                : Judgement.broken(
                        "POST",
                        Excerpt.of(method),
                        "The notification has the method " + Excerpt.of(method) + " where POST is expected.");
    }

    /** Its request line says HTTP/1.1. */
    static Judgement isHttp11(Notice notice, Context context) {
        String version = notice.request().version();
        if (VERSION.matcher(version).matches()) {
            return Judgement.held();
        }
        String actual = version.isEmpty() ? "no version" : Excerpt.of(version);
        return Declarations.ofTarget(
                notice,
                context,
                HTTP_1_1,
                actual,
                "The request line of the notification has " + actual + " where " + HTTP_1_1 + " is expected.");
    }

    /** The URL that the client uploaded to is an HTTP URL, if it is present. */
    static Judgement hasHttpUrl(Notice notice, Context context) {
        String name = BitsHeaders.ORIGINAL_REQUEST_URL;
        return notice.request()
                .headers()
                .first(name)
                .filter(text -> !text.isEmpty())
                .map(url -> URL.matcher(url).matches()
                        ? Judgement.held()
                        : Judgement.broken(
                                "a URL such as http://host/path",
                                name + ": " + Excerpt.of(url),
                                "The notification has " + name + ": " + Excerpt.of(url)
                                        + ", which is not an HTTP URL."))
                .orElseGet(Judgement::outOfScope);
    }

    /** It has no body. */
    static Judgement hasNoBody(Notice notice, Context context) {
        long length = notice.event().bodyLength();
        return length == 0
                ? Judgement.held()
                : Judgement.broken(
                        "no body",
                        length + " bytes",
                        "The notification by reference has a body of " + length + " bytes.");
    }

    /** Its body is the upload. */
    static Judgement hasTheUpload(Notice notice, Context context) {
        if (notice.event().bodyDifference().isEmpty()) {
            return Judgement.held();
        }
        String actual = notice.event().bodyLength() + " bytes, first difference at "
                + notice.event().bodyDifference().getAsLong();
        return Judgement.broken(
                "the bytes of the upload", actual, "The body of the notification is not the upload: " + actual + ".");
    }
}
