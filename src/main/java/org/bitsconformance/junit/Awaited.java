package org.bitsconformance.junit;

import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Elements that one thread adds, in a stream that waits for the next until there are no more. */
final class Awaited<T> {

    private final BlockingQueue<Optional<T>> queue = new LinkedBlockingQueue<>();

    void add(T element) {
        queue.add(Optional.of(element));
    }

    /** Says that there are no more; may be said again. */
    void end() {
        queue.add(Optional.empty());
    }

    /**
     * The elements, each as soon as it is there; for one reader.
     *
     * @param begin called before the first element is awaited
     */
    Stream<T> stream(Runnable begin) {
        return StreamSupport.stream(
                new AbstractSpliterator<T>(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL) {

                    private boolean begun;

                    @Override
                    public boolean tryAdvance(Consumer<? super T> reader) {
                        if (!begun) {
                            begun = true;
                            begin.run();
                        }
                        Optional<T> next = next();
                        next.ifPresent(reader);
                        return next.isPresent();
                    }
                },
                false);
    }

    private Optional<T> next() {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the run goes on", e);
        }
    }
}
