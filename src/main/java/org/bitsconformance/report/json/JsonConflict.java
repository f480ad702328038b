package org.bitsconformance.report.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.result.ConflictResult;
import org.bitsconformance.result.ConflictResult.SeenReading;

/** A row of the dialect table in {@code report.json}. */
record JsonConflict(
        String id,
        String topic,
        String win32,
        String mcBup,
        String decision,
        boolean observable,
        Optional<String> follows,
        List<ReadingEntry> readings,
        Optional<String> reason) {

    record ReadingEntry(
            List<String> documents,
            String seen,
            int times,
            @JsonProperty("case") String caseId,
            String exchange) {

        static ReadingEntry of(SeenReading reading) {
            return new ReadingEntry(
                    reading.documents().stream().map(Document::title).sorted().toList(),
                    reading.words(),
                    reading.times(),
                    reading.caseId(),
                    reading.exchange());
        }
    }

    static JsonConflict of(ConflictResult result) {
        return new JsonConflict(
                result.conflict().id(),
                result.conflict().topic(),
                result.conflict().win32(),
                result.conflict().mcBup(),
                result.conflict().decision(),
                result.conflict().observable(),
                Optional.of(result.follows()).filter(text -> !text.isEmpty()),
                result.readings().stream().map(ReadingEntry::of).toList(),
                Optional.of(result.reason()).filter(text -> !text.isEmpty()));
    }
}
