package org.bitsconformance.judge.history;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.transcript.Notification;
import org.bitsconformance.transcript.Notification.Conduct;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.Request;
import org.bitsconformance.transcript.http.WireBytes;

/**
 * A notification of a case, as rules read it.
 *
 * @param event the record of it
 * @param request the request, as far as it arrived
 * @param answer what the server application answered; empty if it did not answer
 */
public record Notice(Notification event, Request request, Optional<Answer> answer) {

    private static final List<String> DOWNLOADS = List.of("GET", "HEAD");
    private static final List<String> OF_PROXIES =
            List.of("Via", "Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP");
    private static final Pattern BLANK_LINE = Pattern.compile("\r?\n\r?\n");

    static Notice of(Notification event) {
        Request request = Request.parse(plain(event.request()));
        return new Notice(event, request, event.answer().answer(request.method(), true));
    }

    /** The header with proper HTTP line ends, so that one flaw in the form hides no other. */
    private static WireBytes plain(WireBytes bytes) {
        String text = bytes.text().replaceFirst("^(?:\r?\n)+", "");
        Matcher end = BLANK_LINE.matcher(text);
        return end.find()
                ? new WireBytes(
                        text.substring(0, end.start()).replaceAll("\r?\n", "\r\n")
                                + "\r\n\r\n"
                                + text.substring(end.end()),
                        bytes.omitted())
                : bytes;
    }

    /** Whether a proxy says that it passed the notification on, which may have changed its form. */
    public boolean byProxy() {
        return OF_PROXIES.stream().anyMatch(request.headers()::has);
    }

    /** Whether it concerns a reply that the application has at its own URL. */
    public boolean aboutStaticReply() {
        return request.resource().startsWith(Notification.STATIC_FOLDER);
    }

    /** Whether it would remove or change a reply that the application has at its own URL. */
    public boolean altersStaticReply() {
        return aboutStaticReply() && !DOWNLOADS.contains(request.method());
    }

    public boolean by(Conduct conduct) {
        return event.conduct() == conduct;
    }

    /** Whether the application answered with success, in a way that gives a server nothing to object to. */
    public boolean succeeded() {
        return by(Conduct.ANSWERED)
                && answer.filter(seen -> seen.status() / 100 == 2).isPresent()
                && staticUrl().filter(StaticUrl::objectionable).isEmpty();
    }

    /** The error that the application answered with. */
    public Optional<Integer> error() {
        return answer.filter(seen -> by(Conduct.ANSWERED)).map(Answer::status).filter(status -> status >= 400);
    }

    /** The 3xx status that the application answered with, which is not success. */
    public Optional<Integer> redirect() {
        return answer.filter(seen -> by(Conduct.ANSWERED)).map(Answer::status).filter(status -> status / 100 == 3);
    }

    /** The URL that the application named for the reply, which may be an empty string; absent if it named none. */
    public Optional<String> staticUrl() {
        return answer.flatMap(seen -> seen.headers().first(BitsHeaders.STATIC_RESPONSE_URL));
    }

    /** Whether the application asked for a copy of the upload at its destination. */
    public boolean asksForCopy() {
        return answer.filter(seen -> seen.headers().has(BitsHeaders.COPY_FILE_TO_DESTINATION))
                .isPresent();
    }
}
