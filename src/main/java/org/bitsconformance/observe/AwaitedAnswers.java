package org.bitsconformance.observe;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.bitsconformance.transcript.Exchange.Ending;

/** The requests on one connection whose answers have not ended, in the order in which they were sent. */
final class AwaitedAnswers {

    private final Deque<Passage> awaited = new ArrayDeque<>();
    private boolean openEnded;
    private Optional<Ending> endOfLater = Optional.empty();

    /** Adds a request. If the answer to the one before has no end, the client has taken it as it is. */
    void add(Passage fresh) {
        Optional<Passage> superseded;
        Optional<Ending> late;
        synchronized (this) {
            superseded = openEnded ? Optional.ofNullable(awaited.poll()) : Optional.empty();
            openEnded = false;
            late = endOfLater;
            if (late.isEmpty()) {
                awaited.add(fresh);
            }
        }
        superseded.ifPresent(passage -> passage.answerEnded(Ending.TIMED_OUT));
        late.ifPresent(fresh::answerEnded);
    }

    /** The request whose answer comes next. */
    synchronized Optional<Passage> first() {
        return Optional.ofNullable(awaited.peek());
    }

    boolean isFirst(Passage passage) {
        return first().filter(passage::equals).isPresent();
    }

    synchronized boolean isAlone(Passage passage) {
        return awaited.size() == 1 && isFirst(passage);
    }

    /** An answer has begun of which only the end of the connection, or the next request, shows the end. */
    void hasNoEnd(Passage passage) {
        boolean superseded;
        synchronized (this) {
            superseded = awaited.size() > 1 && isFirst(passage);
            openEnded = isAlone(passage);
            if (superseded) {
                awaited.poll();
            }
        }
        if (superseded) {
            passage.answerEnded(Ending.TIMED_OUT);
        }
    }

    /** An answer has ended. */
    void answered(Passage passage, Ending how) {
        passage.answerEnded(how);
        synchronized (this) {
            awaited.remove(passage);
            openEnded = false;
            notifyAll();
        }
    }

    /** An answer has come after which no other can be told apart on this connection. */
    void isLast(Passage passage, Ending how) {
        answered(passage, how);
        end(Ending.TOO_LONG, Ending.TOO_LONG);
    }

    /** The connection has ended: no more answers come. */
    void end(Ending how) {
        end(how, Ending.CLOSED);
    }

    private void end(Ending how, Ending later) {
        List<Passage> left;
        synchronized (this) {
            endOfLater = Optional.of(later);
            left = List.copyOf(awaited);
        }
        left.forEach(passage -> answered(passage, how));
    }

    synchronized boolean isEmpty() {
        return awaited.isEmpty();
    }

    /** Waits until none is awaited. */
    synchronized void awaitNone() throws InterruptedException {
        while (!awaited.isEmpty()) {
            wait();
        }
    }

    /** Whether the next answer is late. */
    boolean isLate(long nowMicros, long limitMicros) {
        return first().map(Passage::awaitedSince)
                .filter(since -> since.isPresent() && nowMicros - since.getAsLong() > limitMicros)
                .isPresent();
    }
}
