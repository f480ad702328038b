package org.bitsconformance.drive.transport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Future;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.Exchange.Timing;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.AnswerParser;
import org.bitsconformance.transcript.http.Digests;
import org.bitsconformance.transcript.http.WireBytes;
import org.bitsconformance.transcript.http.WireBytes.Omitted;

/**
 * Copies what passes through one connection, request by request, and ends it when time runs out.
 *
 * <p>A blocking client first writes the whole request and then reads, so the first read after a write marks the last
 * byte of the request. The time for the whole answer runs from there. While writing, each piece has the same time to go
 * out; if that is exceeded, only the sending ends, since an answer may already be there.
 */
public final class Tap {

    /** Longest answer that is read, in bytes; no Ack comes near it. */
    public static final int LONGEST_ANSWER = 256 << 10;

    /** How many bytes are enough to see whether an answer begins as HTTP does. */
    private static final int LONGEST_START = 64;

    /** Longest request that is kept; of a longer one, the record has the length and the digest. */
    private static final int LONGEST_KEPT_REQUEST = 16 << 10;

    private final RunClock clock;
    private final Deadlines deadlines;
    private final AnswerLimit limit;
    private final Runnable cut;
    private final Runnable stopSending;

    private int requests;
    private ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private int longestKept = LONGEST_KEPT_REQUEST;
    private String method = "";
    private long sentBeyond;
    private MessageDigest beyond = Digests.sha256();
    private ByteArrayOutputStream received = new ByteArrayOutputStream();
    private WireBytes answer = WireBytes.NONE;
    private long started;
    private long sentAt;
    private long firstByte = -1;
    private long lastByte;
    private boolean awaiting;
    private boolean statusLineSeen;
    private Optional<Answer> head = Optional.empty();
    private long latest;
    private Ending failure;
    private Future<?> deadline;
    private int armings;

    /**
     * A tap for a new connection.
     *
     * @param limit longest time for an answer, and for a piece of a request
     * @param cut ends the connection at once
     * @param stopSending makes a waiting write fail; what has arrived can still be read
     */
    Tap(RunClock clock, Deadlines deadlines, AnswerLimit limit, Runnable cut, Runnable stopSending) {
        this.clock = clock;
        this.deadlines = deadlines;
        this.limit = limit;
        this.cut = cut;
        this.stopSending = stopSending;
    }

    /** Begins a request. */
    synchronized void begin() {
        requests++;
        sent = new ByteArrayOutputStream();
        longestKept = LONGEST_KEPT_REQUEST;
        method = "";
        sentBeyond = 0;
        beyond = Digests.sha256();
        received = new ByteArrayOutputStream();
        answer = WireBytes.NONE;
        started = clock.micros();
        sentAt = started;
        firstByte = -1;
        lastByte = -1;
        awaiting = false;
        statusLineSeen = false;
        head = Optional.empty();
    }

    /** From now on, keeps only the length and digest of this request. */
    synchronized void keepNoMore() {
        longestKept = sent.size();
    }

    synchronized void sending() {
        arm(limit.now(), Ending.SENDING_STALLED);
    }

    synchronized void sent(byte[] bytes, int offset, int length) {
        disarm();
        sentAt = clock.micros();
        int kept = Math.max(0, Math.min(length, longestKept - sent.size()));
        sent.write(bytes, offset, kept);
        beyond.update(bytes, offset + kept, length - kept);
        sentBeyond += length - kept;
    }

    synchronized void awaiting() {
        if (!awaiting) {
            awaiting = true;
            AnswerLimit.Wait wait = limit.after(sentText());
            latest = System.nanoTime() + wait.longest().toNanos();
            arm(wait.longest(), wait.ending());
        }
    }

    /** Whether the request was sent and an answer awaited; false if the connection failed before. */
    synchronized boolean awaited() {
        return awaiting || failure != null;
    }

    synchronized void received(byte[] bytes, int offset, int length) throws IOException {
        lastByte = clock.micros();
        if (firstByte < 0) {
            firstByte = lastByte;
        }
        received.write(bytes, offset, Math.min(length, LONGEST_ANSWER - received.size()));
        if (received.size() >= LONGEST_ANSWER) {
            fail(Ending.TOO_LONG);
            throw new IOException("the answer is longer than " + LONGEST_ANSWER + " bytes");
        }
        if (!statusLineSeen) {
            lookAtStart(holdsLineFeed(bytes, offset, length));
        }
        if (awaiting && failure == null) {
            waitForTheRest(holdsLineFeed(bytes, offset, length));
        }
    }

    /** Gives the rest of an answer less time than its beginning, if the server leaves open where the answer ends. */
    private void waitForTheRest(boolean headMayBeThere) {
        if (head.isEmpty() && headMayBeThere && !method().equals("GET")) {
            head = answer();
        }
        head.filter(begun -> !begun.complete())
                .flatMap(limit::quiet)
                .ifPresent(quiet -> arm(
                        Duration.ofNanos(Math.max(0, Math.min(quiet.toNanos(), latest - System.nanoTime()))),
                        Ending.TIMED_OUT));
    }

    /** Looks only as often as needed: an answer that drips is not parsed from its beginning for each byte. */
    private void lookAtStart(boolean firstLineComplete) throws IOException {
        if (firstLineComplete || received.size() <= LONGEST_START) {
            statusLineSeen = firstLineComplete;
            if (AnswerParser.isNotHttp(receivedText())) {
                fail(Ending.NOT_HTTP);
                throw new IOException("the answer is not HTTP");
            }
        }
    }

    private static boolean holdsLineFeed(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (bytes[i] == '\n') {
                return true;
            }
        }
        return false;
    }

    synchronized void ended(Ending how) {
        disarm();
        if (failure == null) {
            failure = how;
        }
    }

    /** Ends the connection at once because the run is interrupted; the missing answer says nothing about the server. */
    synchronized void breakOff() {
        disarm();
        if (failure == null || failure == Ending.SENDING_STALLED) {
            failure = Ending.CUT_OFF;
        }
        cut.run();
    }

    /** How the connection failed; empty while it works. */
    synchronized Optional<Ending> failure() {
        return Optional.ofNullable(failure);
    }

    synchronized int requests() {
        return requests;
    }

    private String sentText() {
        return new String(sent.toByteArray(), StandardCharsets.ISO_8859_1);
    }

    /** Of a request whose first line has begun, this does not change. */
    private String method() {
        if (method.isEmpty()) {
            String text = sentText();
            int end = text.indexOf(' ');
            if (end < 0) {
                return text;
            }
            method = text.substring(0, end);
        }
        return method;
    }

    synchronized String receivedText() {
        return receivedBytes().text();
    }

    /** What has arrived so far; the same object until more arrives. */
    private WireBytes receivedBytes() {
        if (answer.length() != received.size()) {
            answer = WireBytes.of(received.toByteArray());
        }
        return answer;
    }

    /** What has arrived of the answer so far; empty if its header is incomplete, or this is not HTTP. */
    synchronized Optional<Answer> answer() {
        return receivedBytes().answer(method(), failure == Ending.CLOSED);
    }

    /**
     * Finishes the request that {@link #begin} began.
     *
     * @param unasked what the server had sent after the previous answer and before this request
     */
    synchronized Traffic finish(String connection, WireBytes unasked, Ending ending) {
        disarm();
        Optional<Omitted> omitted = sentBeyond == 0
                ? Optional.empty()
                : Optional.of(new Omitted(sentBeyond, Digests.hex(beyond.digest()), Optional.empty()));
        boolean answered = ending == Ending.ANSWERED && lastByte >= 0;
        return new Traffic(
                connection,
                requests,
                unasked,
                new WireBytes(sentText(), omitted),
                receivedBytes(),
                ending,
                new Timing(
                        started,
                        sentAt,
                        firstByte < 0 ? OptionalLong.empty() : OptionalLong.of(firstByte),
                        answered ? lastByte : clock.micros()));
    }

    private void arm(Duration time, Ending reason) {
        disarm();
        int armed = armings;
        deadline = deadlines.after(time, () -> expired(armed, reason));
    }

    /** Does nothing for a deadline that was cancelled while it waited for the lock. */
    private synchronized void expired(int armed, Ending reason) {
        if (armed == armings) {
            fail(reason);
        }
    }

    private void fail(Ending reason) {
        if (failure == null) {
            failure = reason;
        }
        if (reason == Ending.SENDING_STALLED) {
            stopSending.run();
            arm(limit.now(), Ending.TIMED_OUT);
        } else {
            cut.run();
        }
    }

    private void disarm() {
        armings++;
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }
}
