package org.bitsconformance.report.html;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.result.ConflictResult;

/**
 * A row of the dialect table.
 *
 * @param follows which document the target follows here, for people; empty where nothing was seen
 * @param reason why nothing was seen; empty where something was
 */
record HtmlConflict(
        String id,
        String topic,
        String win32,
        String mcBup,
        String decision,
        boolean observable,
        String follows,
        List<HtmlReading> readings,
        String reason) {

    /**
     * A reading that was seen.
     *
     * @param source who says so
     */
    record HtmlReading(String words, String source, int times, String caseId, String exchange) {}

    static HtmlConflict of(ConflictResult result) {
        return new HtmlConflict(
                result.conflict().id(),
                result.conflict().topic(),
                result.conflict().win32(),
                result.conflict().mcBup(),
                result.conflict().decision(),
                result.conflict().observable(),
                follows(result),
                result.readings().stream()
                        .map(reading -> new HtmlReading(
                                reading.words(),
                                source(reading.documents()),
                                reading.times(),
                                reading.caseId(),
                                reading.exchange()))
                        .toList(),
                result.reason());
    }

    private static String follows(ConflictResult result) {
        return switch (result.follows()) {
            case "" -> "";
            case "mixed" -> "Now one, now the other";
            case "both" -> "Fits both";
            case "open" -> "Open";
            default -> result.documents().stream().map(Document::title).collect(Collectors.joining());
        };
    }

    private static String source(Set<Document> documents) {
        return switch (documents.size()) {
            case 0 -> "";
            case 1 -> documents.iterator().next().title();
            default -> "both";
        };
    }
}
