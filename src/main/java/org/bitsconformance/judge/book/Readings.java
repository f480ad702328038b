package org.bitsconformance.judge.book;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.dialect.ConflictReader;
import org.bitsconformance.judge.dialect.ConflictReaders;
import org.bitsconformance.judge.dialect.Reading;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.history.Step;

/** Counts the readings that packets show. */
final class Readings {

    private final Map<Key, ReadingSeen> seen = new LinkedHashMap<>();

    private record Key(String conflict, Reading reading) {}

    void add(Step step, CaseHistory history, Context context) {
        for (ConflictReader reader : ConflictReaders.all()) {
            reader.read(step, history, context)
                    .ifPresent(reading -> seen.merge(
                            new Key(reader.conflict(), reading),
                            new ReadingSeen(
                                    reader.conflict(),
                                    reading,
                                    1,
                                    history.caseId(),
                                    step.exchange().id()),
                            (first, other) -> first.again()));
        }
    }

    List<ReadingSeen> all() {
        return List.copyOf(seen.values());
    }
}
