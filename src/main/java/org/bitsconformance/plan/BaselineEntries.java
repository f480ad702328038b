package org.bitsconformance.plan;

import java.time.LocalDate;
import java.util.List;

/**
 * A baseline: the known and tolerated failures of a server.
 *
 * @param file as the user named it
 * @param entries in the order of the file; may be empty
 */
public record BaselineEntries(String file, List<BaselineEntry> entries) {
    public BaselineEntries {
        entries = List.copyOf(entries);
    }

    /**
     * Loads a baseline file.
     *
     * @param today entries that expired before this day are refused
     * @throws InvalidFileException if there is no such file, it is not a valid baseline, or an entry has expired
     */
    public static BaselineEntries load(String file, LocalDate today) {
        return BaselineFile.parse(TextFile.read(file), today);
    }
}
