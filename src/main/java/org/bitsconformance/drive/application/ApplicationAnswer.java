package org.bitsconformance.drive.application;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.transcript.Notification.Conduct;
import org.bitsconformance.transcript.http.Header;
import org.bitsconformance.transcript.http.Payload;

/**
 * What the server application does with a notification. Immutable; each method gives a changed copy.
 *
 * @param status of its answer
 * @param headers of its answer, in addition to those of every HTTP answer
 * @param reply to the upload
 * @param replyInFile whether the reply stands in the file that the notification names for it, and not in the body
 * @param delay how long it lets the server wait
 * @param conduct in which way it answers
 */
public record ApplicationAnswer(
        int status,
        List<Header> headers,
        Optional<Payload> reply,
        boolean replyInFile,
        Duration delay,
        Conduct conduct) {

    public ApplicationAnswer {
        headers = List.copyOf(headers);
    }

    /** Answers this status at once, and gives no reply. */
    public static ApplicationAnswer of(int status) {
        return new ApplicationAnswer(status, List.of(), Optional.empty(), false, Duration.ZERO, Conduct.ANSWERED);
    }

    /** With a header field more. */
    public ApplicationAnswer with(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new ApplicationAnswer(status, more, reply, replyInFile, delay, conduct);
    }

    /** Asks the server to put the upload at its destination; any value does that (MC-BUP 2.2.13.2). */
    public ApplicationAnswer copying(String value) {
        return with(BitsHeaders.COPY_FILE_TO_DESTINATION, value);
    }

    /** Names a URL where the reply is (MC-BUP 2.2.13.2). */
    public ApplicationAnswer replyingAt(String url) {
        return with(BitsHeaders.STATIC_RESPONSE_URL, url);
    }

    /** With a reply. */
    public ApplicationAnswer replying(Payload content) {
        return new ApplicationAnswer(status, headers, Optional.of(content), replyInFile, delay, conduct);
    }

    /** With its reply, if it gives one, in the file that the notification names. */
    public ApplicationAnswer inFile() {
        return new ApplicationAnswer(status, headers, reply, true, delay, conduct);
    }

    /** After a while. */
    public ApplicationAnswer after(Duration time) {
        return new ApplicationAnswer(status, headers, reply, replyInFile, time, conduct);
    }

    /** In another way. */
    public ApplicationAnswer by(Conduct other) {
        return new ApplicationAnswer(status, headers, reply, replyInFile, delay, other);
    }
}
