package org.bitsconformance.result;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.requirement.Conflict;

/**
 * Which reading of a conflict of the documents a run saw.
 *
 * @param conflict what they disagree about, or leave open
 * @param readings what was seen, in the order of first sight
 */
public record ConflictResult(Conflict conflict, List<SeenReading> readings) {

    public ConflictResult {
        readings = List.copyOf(readings);
    }

    /**
     * A reading that was seen.
     *
     * @param documents those that say this; none if they leave it open, or say something else
     * @param words what was seen
     * @param times how often
     * @param caseId id of the case in which it was seen first
     * @param exchange id of the exchange that showed it first
     */
    public record SeenReading(Set<Document> documents, String words, int times, String caseId, String exchange) {

        public SeenReading {
            documents = Set.copyOf(documents);
        }

        /** Whether only one document says this. */
        public boolean tellsDocuments() {
            return documents.size() == 1;
        }
    }

    /** The documents that were followed where the other one says something else. */
    public Set<Document> documents() {
        Set<Document> followed = EnumSet.noneOf(Document.class);
        readings.stream().filter(SeenReading::tellsDocuments).forEach(reading -> followed.addAll(reading.documents()));
        return followed;
    }

    /** Which document the target follows in this conflict, in a word or two; empty if nothing was seen. */
    public String follows() {
        if (readings.isEmpty()) {
            return "";
        }
        if (documents().size() > 1) {
            return "mixed";
        }
        return documents().stream()
                .map(Document::optionName)
                .findFirst()
                .orElse(
                        readings.stream()
                                        .allMatch(reading -> reading.documents().size() > 1)
                                ? "both"
                                : "open");
    }

    /** Why there is no reading, in words; empty if there is one. */
    public String reason() {
        if (!readings.isEmpty()) {
            return "";
        }
        return conflict.unseen().orElse("nothing in this run shows it");
    }
}
