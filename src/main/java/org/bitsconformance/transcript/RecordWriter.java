package org.bitsconformance.transcript;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Streams a record to disk: each event is handed to the operating system before the next one can happen. */
public final class RecordWriter implements Closeable {

    private final BufferedWriter out;

    /**
     * Begins a record.
     *
     * @param folder where the record goes; made when it is missing, a record in it is replaced
     * @throws IOException when the folder cannot be written
     */
    public RecordWriter(Path folder) throws IOException {
        Files.createDirectories(folder);
        out = Files.newBufferedWriter(folder.resolve(RecordFormat.FILE), StandardCharsets.US_ASCII);
    }

    /** Adds an event; may be called from several threads. */
    public synchronized void write(Event event) {
        try {
            out.write(RecordFormat.line(event));
            out.write('\n');
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        out.close();
    }
}
