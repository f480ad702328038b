package org.bitsconformance.cli.pages;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.target.UploadMode;

/** The faults of the faulty client, with the requirements on clients that each breaks: {@code client-faults.yaml}. */
public final class ClientFaultTable {

    /** The stimulus at which nothing unusual happens. */
    public static final String NO_STIMULUS = "none";

    private static final String RESOURCE = "/client-faults.yaml";

    private final Map<String, Entry> entries;

    private ClientFaultTable(Map<String, Entry> entries) {
        this.entries = Collections.unmodifiableMap(entries);
    }

    /**
     * What is known about a fault.
     *
     * @param title what the client does, in one line without a full stop
     * @param breaks ids of the requirements that a client with only this fault breaks
     * @param stimulus id of what the server confronts it with, {@link #NO_STIMULUS} for nothing
     * @param dialect the dialect under which it breaks them
     * @param mode whether the client is asked for an upload with a reply
     */
    public record Entry(String title, List<String> breaks, String stimulus, String dialect, String mode) {

        /** Fills in what the file leaves out. */
        public Entry {
            breaks = List.copyOf(breaks);
            stimulus = stimulus == null ? NO_STIMULUS : stimulus;
            dialect = dialect == null ? Dialect.ANY.optionName() : dialect;
            mode = mode == null ? UploadMode.UPLOAD.toString() : mode;
        }

        /** Whether it shows where nothing unusual happens. */
        public boolean needsNoStimulus() {
            return stimulus.equals(NO_STIMULUS);
        }

        /** Whether it breaks them under the dialect {@code any}, which accepts both documents' readings. */
        public boolean judgedByAny() {
            return dialect.equals(Dialect.ANY.optionName());
        }
    }

    /** Reads the table. */
    public static ClientFaultTable load() {
        return Own.TABLE;
    }

    /** Read on first use. */
    private static final class Own {

        static final ClientFaultTable TABLE = read();
    }

    private static ClientFaultTable read() {
        try (InputStream in = ClientFaultTable.class.getResourceAsStream(RESOURCE)) {
            return new ClientFaultTable(
                    new YAMLMapper().readValue(in, new TypeReference<LinkedHashMap<String, Entry>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is known about each fault, by id, in the order of the file. */
    public Map<String, Entry> entries() {
        return entries;
    }

    /** What is known about a fault; empty if no fault has this id. */
    public Optional<Entry> find(String id) {
        return Optional.ofNullable(entries.get(id));
    }

    /** Ids of the faults that break a requirement: first those that break nothing else. */
    public List<String> breaking(String requirement) {
        return entries.entrySet().stream()
                .filter(entry -> entry.getValue().breaks().contains(requirement))
                .sorted(Comparator.comparing(entry -> entry.getValue().breaks().size()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
