package org.bitsconformance.judge.dialect;

import java.util.List;
import java.util.stream.Collectors;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.protocol.Document;

/** What the reader of a conflict says about the last packet of a case. */
final class LastReading {

    private LastReading() {}

    /** Such as {@code Win32: 201} or {@code MC-BUP, Win32: 200}; {@code : 416} if it is open; empty for no reading. */
    static String of(String conflict, CaseBuilder played) {
        return reader(conflict)
                .read(played.last(), played.history(), played.context())
                .map(LastReading::text)
                .orElse("");
    }

    private static String text(Reading reading) {
        return reading.documents().stream().map(Document::title).sorted().collect(Collectors.joining(", ")) + ": "
                + reading.words();
    }

    private static ConflictReader reader(String conflict) {
        List<ConflictReader> readers = ConflictReaders.all().stream()
                .filter(reader -> reader.conflict().equals(conflict))
                .toList();
        return readers.get(0);
    }
}
