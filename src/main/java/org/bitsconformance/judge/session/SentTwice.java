package org.bitsconformance.judge.session;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.judge.history.Step.Reference;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.ReadBack;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.ContentRange;

/**
 * Bytes of an upload that were sent twice with different values, in fragments that were both accepted. The suite alters
 * a repeated fragment and never the one before it, so a look at the destination compares with what arrived first.
 *
 * @param step the later fragment
 * @param first offset of the first byte that differed the second time
 * @param last offset of the last such byte
 */
record SentTwice(Step step, long first, long last) {

    private static final String END_OF_HEAD = "\r\n\r\n";

    /** The bytes sent twice in a session. */
    static List<SentTwice> of(CaseHistory history, int session) {
        return history.steps().stream()
                .filter(step -> step.exchange().session() == session && isAltered(step))
                .flatMap(later -> history.before(later).stream()
                        .filter(earlier -> earlier.exchange().session() == session && isTaken(earlier))
                        .flatMap(earlier -> between(earlier, later).stream()))
                .toList();
    }

    /** Whether the first difference between what was found at the destination and the upload is within these bytes. */
    boolean differs(ReadBack look) {
        OptionalLong difference = look.firstDifference();
        return look.found().presence() == ReadBack.Presence.FOUND
                && difference.isPresent()
                && first <= difference.getAsLong()
                && difference.getAsLong() <= last;
    }

    /** Whether a fragment overlaps and is on record as sent: the record keeps all altered bytes. */
    private static boolean isAltered(Step step) {
        return isTaken(step)
                && step.exchange().request().omitted().isEmpty()
                && step.request()
                        .contentRange()
                        .filter(step.before()::expectsAfter)
                        .isPresent();
    }

    private static boolean isTaken(Step step) {
        return step.is(PacketType.FRAGMENT)
                && step.reference() == Reference.GIVEN
                && step.request().contentRange().isPresent()
                && step.answer()
                        .map(Answer::status)
                        .filter(status -> status == 200)
                        .isPresent();
    }

    private static Optional<SentTwice> between(Step earlier, Step later) {
        ContentRange one = earlier.request().contentRange().orElseThrow();
        ContentRange other = later.request().contentRange().orElseThrow();
        long from = Math.max(one.first(), other.first());
        long end = Math.min(one.last(), other.last()) + 1;
        Optional<byte[]> before = from < end ? body(earlier, one) : Optional.empty();
        Optional<byte[]> after = from < end ? body(later, other) : Optional.empty();
        if (before.isEmpty() || after.isEmpty()) {
            return Optional.empty();
        }
        long[] different = LongStream.range(from, end)
                .filter(at -> before.get()[(int) (at - one.first())] != after.get()[(int) (at - other.first())])
                .toArray();
        return different.length == 0
                ? Optional.empty()
                : Optional.of(new SentTwice(later, different[0], different[different.length - 1]));
    }

    /** The bytes of a range; empty if the record does not give them. */
    private static Optional<byte[]> body(Step step, ContentRange range) {
        int head = step.exchange().request().text().indexOf(END_OF_HEAD) + END_OF_HEAD.length();
        return step.exchange()
                .request()
                .restored()
                .filter(bytes -> bytes.length - head == range.length())
                .map(bytes -> Arrays.copyOfRange(bytes, head, bytes.length));
    }
}
