package org.bitsconformance.transcript;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Streams a record to disk: each event is passed to the operating system before the next one can happen. A record has
 * one writer at a time, which holds a lock on its file until it is closed or its process ends.
 */
public final class RecordWriter implements Closeable {

    /** Name of the folder of a record within that of its reports. */
    public static final String FOLDER = "transcript";

    /** The locked byte is beyond the end of any record: some systems let nobody read a locked byte. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private final BufferedWriter out;

    /**
     * Begins a record.
     *
     * @param folder where the record goes; created if missing; a record in it is replaced
     * @throws RecordInUseException when another run is writing the record in that folder
     * @throws IOException when the folder cannot be written
     */
    public RecordWriter(Path folder) throws IOException {
        Files.createDirectories(folder);
        FileChannel file = FileChannel.open(
                folder.resolve(RecordFormat.FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            lock(file);
            file.truncate(0);
        } catch (IOException e) {
            file.close();
            throw e;
        }
        out = new BufferedWriter(Channels.newWriter(file, StandardCharsets.US_ASCII));
    }

    private static void lock(FileChannel file) throws IOException {
        try {
            if (file.tryLock(LOCKED_BYTE, 1, false) == null) {
                throw new RecordInUseException();
            }
        } catch (OverlappingFileLockException e) {
            throw new RecordInUseException();
        }
    }

    /**
     * Adds an event; may be called from several threads.
     *
     * @throws UncheckedIOException when it cannot be written, such as to a full disk
     */
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
