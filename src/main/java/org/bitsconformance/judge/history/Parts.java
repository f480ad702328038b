package org.bitsconformance.judge.history;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bitsconformance.judge.history.SessionState.Phase;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.ContentRange;
import org.bitsconformance.transcript.http.Request;

/**
 * The states that an open session may be in after a long fragment was cut off: it waits for any byte of a range, since any
 * part of the fragment may have been kept. They are too many for a set.
 *
 * @param from the first byte that the server may wait for
 * @param to the last one
 * @param total number of bytes of the upload
 */
record Parts(long from, long to, long total) {

    private static final int OK = 200;

    /** Whether it is possible that the server waits for this byte. */
    boolean hold(long offset) {
        return from <= offset && offset <= to;
    }

    /** The state in which the server waits for this byte. */
    SessionState at(long offset) {
        return new SessionState(Phase.OPEN, offset, OptionalLong.of(total));
    }

    /** The first and the last state: what is true for both is true for those in between, unless it is about one offset. */
    Stream<SessionState> ends() {
        return Stream.of(at(from), at(to));
    }

    /**
     * The ends, and the states that are special for a request: at its first byte, after its last one, and at the offset
     * that an answer names.
     */
    Stream<SessionState> special(Request request, OptionalLong named) {
        LongStream ofRange =
                request.contentRange().stream().flatMapToLong(range -> LongStream.of(range.first(), range.last() + 1));
        return Stream.concat(
                ends(),
                LongStream.concat(ofRange, named.stream()).filter(this::hold).mapToObj(this::at));
    }

    /** The states that an answer leaves possible and unchanged, apart from the {@link #special} ones. */
    Optional<Parts> after(Request request, Answer answer) {
        Optional<ContentRange> range = request.contentRange().filter(one -> request.is(PacketType.FRAGMENT));
        boolean taken = range.filter(one -> one.total() == total && request.bodyLength() == one.length())
                        .isPresent()
                && answer.status() == OK;
        if (taken) {
            long end = range.orElseThrow().last() + 1;
            OptionalLong named = Permitted.offset(answer);
            boolean explained = named.isEmpty() || named.getAsLong() == end;
            return explained && end < to
                    ? Optional.of(new Parts(Math.max(from, end + 1), to, total))
                    : Optional.empty();
        }
        boolean named = range.isPresent() && Permitted.offset(answer).isPresent();
        boolean stays = ends().anyMatch(end -> Transitions.of(end, request).stream()
                .anyMatch(permitted -> permitted.statuses().contains(answer.status())
                        && permitted.next().equals(end)
                        && !(named && permitted.receivedRange().isPresent())));
        return Optional.of(this).filter(all -> stays);
    }

    /** The offsets that an answer of this status may name, if it may be any of those between the ends. */
    Optional<ContentRange> named(Request request, int status) {
        boolean own = Transitions.of(at(to), request).stream()
                .anyMatch(permitted -> permitted.statuses().contains(status)
                        && permitted.receivedRange().equals(OptionalLong.of(to))
                        && permitted.next().equals(at(to)));
        long behind = status == OK
                ? request.contentRange().map(range -> range.last() + 2).orElse(0L)
                : 0L;
        return Optional.of(new ContentRange(Math.max(from, behind), to, total)).filter(range -> own && behind <= to);
    }

    /** These and others of the same upload, which may end elsewhere. */
    Parts and(Parts more) {
        return new Parts(Math.min(from, more.from), Math.max(to, more.to), total);
    }
}
