package org.bitsconformance.report.document;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Optional;
import org.bitsconformance.result.Capability;
import org.bitsconformance.result.Load;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.result.RunTraffic;
import org.bitsconformance.result.SlowAnswer;
import org.bitsconformance.result.StateCell;

/**
 * What was driven, and what was learned about the target on the way.
 *
 * @param scenarios in the order in which they were driven
 * @param states the state table, row by row
 * @param capabilities what the documents leave to the server, and what is known about it
 * @param slowAnswers those that took more than half of the time limit, slowest first; missing if there were none
 * @param load the load of parallel uploads and how fast the target was, one entry per case; missing if there were none
 * @param traffic how much was sent to the target, and what came back
 */
public record ReportDriving(
        List<ScenarioReport> scenarios,
        List<StateReport> states,
        List<Capability> capabilities,
        Optional<List<Load>> load,
        Optional<List<SlowAnswer>> slowAnswers,
        @JsonIgnoreProperties("parallel") RunTraffic traffic) {

    /**
     * A packet in a state of its session.
     *
     * @param driven how often it was driven
     * @param requirements ids of those that were judged there
     * @param reason why it was not driven; empty if it was
     */
    public record StateReport(
            String state, String packet, int driven, List<String> requirements, Optional<String> reason) {

        static StateReport of(StateCell cell) {
            return new StateReport(
                    cell.state().toString(),
                    cell.packet().headerValue(),
                    cell.driven(),
                    cell.requirements(),
                    ReportDocument.unlessEmpty(cell.reason()));
        }
    }

    static ReportDriving of(RunResult result) {
        return new ReportDriving(
                result.scenarios().stream().map(ScenarioReport::of).toList(),
                result.documents().states().stream().map(StateReport::of).toList(),
                result.capabilities(),
                Optional.of(result.loads()).filter(some -> !some.isEmpty()),
                Optional.of(result.slowAnswers().stream()
                                .limit(ReportDocument.MOST_FINDINGS)
                                .toList())
                        .filter(some -> !some.isEmpty()),
                result.run().traffic());
    }
}
