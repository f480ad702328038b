package org.bitsconformance.transcript;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads a record back. */
public final class RecordReader {

    private RecordReader() {}

    /**
     * The events of a record, up to the last whole one: the record of a run that was killed may end in the middle of a
     * line.
     *
     * @param folder the folder that {@link RecordWriter} wrote
     * @throws IOException when it cannot be read, has another format, or has a whole line that is not an event
     */
    public static List<Event> read(Path folder) throws IOException {
        Path file = folder.resolve(RecordFormat.FILE);
        List<Event> events = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.US_ASCII)) {
            String line = lines.readLine();
            while (line != null) {
                String next = lines.readLine();
                try {
                    events.add(known(RecordFormat.event(line)));
                } catch (JsonProcessingException e) {
                    if (next != null || endsWithLine(file)) {
                        throw new IOException("line " + (events.size() + 1) + " of the record is not an event", e);
                    }
                }
                line = next;
            }
        }
        return events;
    }

    /** Whether the last line is whole. */
    private static boolean endsWithLine(Path file) throws IOException {
        try (SeekableByteChannel bytes = Files.newByteChannel(file)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            bytes.position(bytes.size() - 1).read(last);
            return last.get(0) == '\n';
        }
    }

    private static Event known(Event event) throws IOException {
        if (event instanceof RunHeader header && header.origin().format() != RunHeader.FORMAT) {
            throw new IOException("the record has format " + header.origin().format()
                    + ", this version of the suite reads " + RunHeader.FORMAT);
        }
        return event;
    }
}
