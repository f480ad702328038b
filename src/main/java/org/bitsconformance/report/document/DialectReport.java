package org.bitsconformance.report.document;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Optional;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.requirement.Conflict;
import org.bitsconformance.result.ConflictResult;
import org.bitsconformance.result.ConflictResult.SeenReading;
import org.bitsconformance.result.RunResult;

/**
 * The dialect table.
 *
 * @param asked which document decided if the two disagreed
 * @param observed which document's reading the target seems to follow
 * @param rows every conflict of the documents
 */
public record DialectReport(String asked, String observed, List<Row> rows) {

    /**
     * What was seen of a conflict.
     *
     * @param follows which document's reading the target follows; empty if nothing was seen
     * @param readings in the order of first sight
     * @param reason why nothing was seen; empty if something was
     */
    public record Row(
            @JsonUnwrapped Sides conflict, Optional<String> follows, List<Sighting> readings, Optional<String> reason) {

        static Row of(ConflictResult result) {
            return new Row(
                    Sides.of(result.conflict()),
                    ReportDocument.unlessEmpty(result.follows()),
                    result.readings().stream().map(Sighting::of).toList(),
                    ReportDocument.unlessEmpty(result.reason()));
        }
    }

    /**
     * What the documents say.
     *
     * @param win32 what the Win32 pages say
     * @param decision how the suite judges it
     * @param observable whether a run can find out which reading a server follows
     */
    public record Sides(String id, String topic, String win32, String mcBup, String decision, boolean observable) {

        static Sides of(Conflict conflict) {
            return new Sides(
                    conflict.id(),
                    conflict.topic(),
                    conflict.win32(),
                    conflict.mcBup(),
                    conflict.decision(),
                    conflict.observable());
        }
    }

    /**
     * A reading that was seen.
     *
     * @param documents titles of those that say this, sorted
     * @param seen what was seen
     * @param caseId the first case that showed it
     * @param exchange the first exchange that showed it
     */
    public record Sighting(
            List<String> documents,
            String seen,
            int times,
            @JsonProperty("case") String caseId,
            String exchange) {

        static Sighting of(SeenReading reading) {
            return new Sighting(
                    reading.documents().stream().map(Document::title).sorted().toList(),
                    reading.words(),
                    reading.times(),
                    reading.caseId(),
                    reading.exchange());
        }
    }

    static DialectReport of(RunResult result) {
        return new DialectReport(
                result.judgement().dialect().optionName(),
                result.observedDialect(),
                result.documents().conflicts().stream().map(Row::of).toList());
    }
}
