package org.bitsconformance.rule.judge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bitsconformance.rule.Context;
import org.bitsconformance.rule.dialect.ConflictReader;
import org.bitsconformance.rule.dialect.ConflictReaders;
import org.bitsconformance.rule.dialect.Reading;
import org.bitsconformance.rule.history.CaseHistory;
import org.bitsconformance.rule.history.Step;

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
