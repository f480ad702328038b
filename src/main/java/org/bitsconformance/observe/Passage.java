package org.bitsconformance.observe;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.bitsconformance.drive.transport.Tap;
import org.bitsconformance.observe.CaseBook.Place;
import org.bitsconformance.protocol.Identity;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.Exchange.Timing;
import org.bitsconformance.transcript.SendContext;
import org.bitsconformance.transcript.http.KeptBytes;
import org.bitsconformance.transcript.http.WireBytes;

/**
 * A request on its way through the proxy, and its answer. Either side may end first; it is recorded when both have
 * ended, if it belongs to a case.
 */
final class Passage {

    private static final int MOST_OF_BODY = 1 << 10;

    private final Request request;
    private final Optional<Place> place;
    private final ObservedRecord record;
    private final KeptBytes sent;
    private final KeptBytes received = new KeptBytes(Tap.LONGEST_ANSWER);
    private final WireBytes unasked;
    private final long started;
    private SendContext carriage;
    private OptionalLong codedLength = OptionalLong.empty();
    private long sentAt;
    private OptionalLong firstByte = OptionalLong.empty();
    private long endedAt;
    private boolean requestEnded;
    private boolean brokenOff;
    private Optional<Ending> ending = Optional.empty();

    /**
     * A request, as the server gets it.
     *
     * @param method of the request
     * @param head its header, with what was rewritten
     * @param view the proxy as the client calls it
     * @param connection id of the connection to the server
     * @param number of the request on that connection, from 1
     */
    record Request(String method, Rewritten head, String view, String connection, int number) {}

    /** Begins to pass a request on; {@code place} is empty if it is not recorded. */
    Passage(Request request, Optional<Place> place, WireBytes unasked, ObservedRecord record) {
        this.request = request;
        this.place = place;
        this.unasked = unasked;
        this.record = record;
        this.carriage =
                new SendContext(Identity.USER, false).with(request.head().changes());
        this.sent = new KeptBytes(request.head().text().length());
        this.sent.add(request.head().text());
        this.sent.keep(MOST_OF_BODY);
        this.started = record.micros();
        this.sentAt = started;
    }

    String method() {
        return request.method();
    }

    /** The proxy as the client calls it. */
    String view() {
        return request.view();
    }

    Optional<Place> place() {
        return place;
    }

    /** Whether it is recorded. */
    boolean recorded() {
        return place.isPresent();
    }

    synchronized void sent(byte[] bytes, int from, int length) {
        sentAt = record.micros();
        if (recorded()) {
            sent.add(bytes, from, length);
        }
    }

    /** Ends the request; {@code byClient} says whether the client broke it off. */
    synchronized void requestEnded(boolean byClient, OptionalLong coded) {
        if (!requestEnded) {
            requestEnded = true;
            brokenOff = byClient;
            codedLength = coded;
            recordIfEnded();
        }
    }

    /** Takes bytes of the answer, before they are passed on. */
    synchronized void received(String text) {
        arrived();
        if (recorded()) {
            received.add(text);
        }
    }

    /** Takes bytes of the answer, before they are passed on. */
    synchronized void received(byte[] bytes, int from, int length) {
        arrived();
        if (recorded()) {
            received.add(bytes, from, length);
        }
    }

    private void arrived() {
        endedAt = record.micros();
        if (firstByte.isEmpty()) {
            firstByte = OptionalLong.of(endedAt);
        }
    }

    /** The answer was changed in this way for the client. */
    synchronized void changed(Rewritten answer) {
        carriage = carriage.with(Stream.concat(carriage.rewritten().stream(), answer.changes().stream())
                .toList());
    }

    /** Ends the answer. If it ends because the client broke off its request, it says nothing about the server. */
    synchronized void answerEnded(Ending how) {
        if (ending.isEmpty()) {
            ending = Optional.of(brokenOff ? Ending.CUT_OFF : how);
            if (how != Ending.ANSWERED) {
                endedAt = record.micros();
            }
            recordIfEnded();
        }
    }

    /** Whether the answer has ended. */
    synchronized boolean answered() {
        return ending.isPresent();
    }

    /** Since when its answer is awaited, in microseconds; empty while the request is under way. */
    synchronized OptionalLong awaitedSince() {
        return requestEnded && ending.isEmpty() ? OptionalLong.of(sentAt) : OptionalLong.empty();
    }

    private void recordIfEnded() {
        if (!requestEnded || ending.isEmpty() || place.isEmpty()) {
            return;
        }
        Ending how = ending.get() == Ending.ANSWERED && received.isShortened() ? Ending.TOO_LONG : ending.get();
        Place of = place.get();
        of.ended(new Exchange(
                of.exchange(),
                of.caseId(),
                of.purpose(),
                of.session(),
                of.attempt(),
                request.connection(),
                request.number(),
                record.mask(unasked),
                record.mask(sent.bytes(codedLength)),
                record.mask(received.bytes(OptionalLong.empty())),
                how,
                new Timing(started, sentAt, firstByte, Math.max(endedAt, sentAt)),
                carriage));
    }
}
