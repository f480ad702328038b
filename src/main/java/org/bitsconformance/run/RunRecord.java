package org.bitsconformance.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.bitsconformance.transcript.Event;
import org.bitsconformance.transcript.RecordWriter;

/** The record of a run in its reports folder, until it cannot be written. Not thread-safe. */
final class RunRecord implements AutoCloseable {

    private final Path out;
    private final RecordWriter record;
    private Optional<String> unwritten = Optional.empty();

    /**
     * Begins the record, in place of what an earlier run left in the folder.
     *
     * @throws UsageException when the folder cannot be written
     */
    RunRecord(Path out) {
        this.out = out;
        try {
            this.record = new RecordWriter(out.resolve(RecordWriter.FOLDER));
            AllureFolder.clear(out);
        } catch (IOException e) {
            throw new UsageException(UnwritableFolder.words(out, e));
        }
    }

    /** Writes an event, unless one before it could not be written. */
    void write(Event event) {
        try {
            if (unwritten.isEmpty()) {
                record.write(event);
            }
        } catch (UncheckedIOException e) {
            unwritten = Optional.of(UnwritableFolder.words(out, e.getCause()));
        }
    }

    /** Why an event could not be written; empty while all could. */
    Optional<String> unwritten() {
        return unwritten;
    }

    @Override
    public void close() {
        try {
            record.close();
        } catch (IOException e) {
            throw new OutputException(UnwritableFolder.words(out, e));
        }
    }
}
