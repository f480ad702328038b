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
 * How the server application answers a notification. Immutable; each method returns a changed copy.
 *
 * @param status of the answer
 * @param headers of the answer, in addition to those of every HTTP answer
 * @param reply to the upload
 * @param replyInFile whether the reply goes into the file that the notification names, instead of the body
 * @param delay how long the server has to wait
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

    /** Answers with this status at once, without a reply. */
    public static ApplicationAnswer of(int status) {
        return new ApplicationAnswer(status, List.of(), Optional.empty(), false, Duration.ZERO, Conduct.ANSWERED);
    }

    /** Adds a header field. */
    public ApplicationAnswer with(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new ApplicationAnswer(status, more, reply, replyInFile, delay, conduct);
    }

    /** Asks the server to put the upload at its destination; any value does that (MC-BUP 2.2.13.2). */
    public ApplicationAnswer copying(String value) {
        return with(BitsHeaders.COPY_FILE_TO_DESTINATION, value);
    }

    /** Names a URL where the reply can be fetched (MC-BUP 2.2.13.2). */
    public ApplicationAnswer replyingAt(String url) {
        return with(BitsHeaders.STATIC_RESPONSE_URL, url);
    }

    /** Adds a reply. */
    public ApplicationAnswer replying(Payload content) {
        return new ApplicationAnswer(status, headers, Optional.of(content), replyInFile, delay, conduct);
    }

    /** Puts its reply, if any, into the file that the notification names. */
    public ApplicationAnswer inFile() {
        return new ApplicationAnswer(status, headers, reply, true, delay, conduct);
    }

    /** Answers after a delay. */
    public ApplicationAnswer after(Duration time) {
        return new ApplicationAnswer(status, headers, reply, replyInFile, time, conduct);
    }

    /** Answers in another way. */
    public ApplicationAnswer by(Conduct other) {
        return new ApplicationAnswer(status, headers, reply, replyInFile, delay, other);
    }
}
