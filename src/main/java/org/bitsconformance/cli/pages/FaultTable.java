package org.bitsconformance.cli.pages;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.reference.fault.Fault;
import org.bitsconformance.reference.fault.Faults;
import org.bitsconformance.target.UploadMode;

/** Connects the faults of the reference server with the requirements that each breaks: {@code faults.yaml}. */
public final class FaultTable {

    private static final String RESOURCE = "/faults.yaml";

    private final Map<String, Entry> entries;

    private FaultTable(Map<String, Entry> entries) {
        this.entries = entries;
    }

    /**
     * What is known about a fault.
     *
     * @param breaks ids of the requirements that a server with only this fault breaks
     * @param beside those of them that fail only as a consequence of the defect
     * @param shownBy ids of scenarios that show all of them, and the cause
     * @param mode what the server does with a finished upload, if not {@code upload}
     * @param setup special setup of the server; empty if there is none
     * @param dialect the dialect under which it breaks them, if not {@code any}
     * @param cause id of the cause that a run names for it; empty if a run knows none
     */
    public record Entry(
            List<String> breaks,
            List<String> beside,
            List<String> shownBy,
            String mode,
            String setup,
            String dialect,
            String cause) {

        /**
         * Checks an entry of the file.
         *
         * @throws IllegalArgumentException when a listed consequence is not broken, or everything broken is a
         *     consequence
         */
        public Entry {
            breaks = List.copyOf(breaks);
            beside = beside == null ? List.of() : List.copyOf(beside);
            if (!breaks.containsAll(beside)) {
                throw new IllegalArgumentException("listed as a consequence, but not as broken: " + beside);
            }
            if (beside.containsAll(breaks)) {
                throw new IllegalArgumentException("every broken requirement is listed as a consequence: " + breaks);
            }
            shownBy = List.copyOf(shownBy);
            mode = mode == null ? UploadMode.UPLOAD.toString() : mode;
            setup = setup == null ? "" : setup;
            dialect = dialect == null ? Dialect.ANY.optionName() : dialect;
            cause = cause == null ? "" : cause;
        }

        /** Whether it breaks them under the dialect {@code any}, which accepts both documents' readings. */
        public boolean judgedByAny() {
            return dialect.equals(Dialect.ANY.optionName());
        }

        /** Ids of the causes that a run names for it: one or none. */
        public List<String> causes() {
            return cause.isEmpty() ? List.of() : List.of(cause);
        }

        /** Whether a broken requirement fails only as a consequence of the defect. */
        public boolean isBeside(String requirement) {
            return beside.contains(requirement);
        }
    }

    public static FaultTable load() {
        return Own.TABLE;
    }

    /** Read on first use. */
    private static final class Own {

        static final FaultTable TABLE = read();
    }

    private static FaultTable read() {
        try (InputStream in = FaultTable.class.getResourceAsStream(RESOURCE)) {
            return new FaultTable(new YAMLMapper().readValue(in, new TypeReference<LinkedHashMap<String, Entry>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is known about each fault, by id, in the order of the file. */
    public Map<String, Entry> entries() {
        return entries;
    }

    /** Every fault of the reference server, in the order of the file. */
    public List<Fault> faults() {
        List<String> order = List.copyOf(entries.keySet());
        return Faults.all().stream()
                .sorted(Comparator.comparingInt(fault -> order.indexOf(fault.id())))
                .toList();
    }

    /**
     * What is known about a fault.
     *
     * @throws IllegalStateException when the file does not have it
     */
    public Entry of(Fault fault) {
        Entry entry = entries.get(fault.id());
        if (entry == null) {
            throw new IllegalStateException("add the fault " + fault.id() + " to src/main/resources/faults.yaml");
        }
        return entry;
    }

    /**
     * Ids of the faults that break a requirement: first those for which it is the whole defect, last those that break
     * most.
     */
    public List<String> breaking(String requirement) {
        return entries.entrySet().stream()
                .filter(entry -> entry.getValue().breaks().contains(requirement))
                .sorted(Comparator.comparing((Map.Entry<String, Entry> entry) ->
                                entry.getValue().isBeside(requirement))
                        .thenComparing(entry -> entry.getValue().breaks().size()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
