package org.bitsconformance.transcript;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
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
        String text = Files.readString(folder.resolve(RecordFormat.FILE), StandardCharsets.US_ASCII);
        List<String> lines = text.lines().toList();
        int whole = text.isEmpty() || text.endsWith("\n") ? lines.size() : lines.size() - 1;
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            try {
                events.add(known(RecordFormat.event(lines.get(i))));
            } catch (JsonProcessingException e) {
                if (i < whole) {
                    throw new IOException("line " + (i + 1) + " of the record is not an event", e);
                }
            }
        }
        return events;
    }

    private static Event known(Event event) throws IOException {
        if (event instanceof RunHeader header && header.origin().format() != RunHeader.FORMAT) {
            throw new IOException("the record has format " + header.origin().format()
                    + ", this version of the suite reads " + RunHeader.FORMAT);
        }
        return event;
    }
}
