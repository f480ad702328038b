package org.bitsconformance.report.document;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitsconformance.result.CaseResult;
import org.bitsconformance.result.Drive;
import org.bitsconformance.result.ScenarioResult;
import org.bitsconformance.result.Verdict;

/** A scenario and its cases. */
public record ScenarioReport(String id, String title, Verdict verdict, List<CaseReport> cases) {

    /**
     * A case.
     *
     * @param parameters name and value
     * @param requirements ids of those that it exists to exercise
     * @param drives the result of each drive; missing if it was driven only once
     * @param observed what an observed client met and did; missing if the suite drove the case itself
     */
    public record CaseReport(
            String id,
            Map<String, String> parameters,
            Verdict verdict,
            Optional<String> reason,
            List<String> requirements,
            Optional<List<DriveReport>> drives,
            Optional<ObservedReport> observed) {

        public static CaseReport of(CaseResult result) {
            return new CaseReport(
                    result.id(),
                    result.parameters(),
                    result.verdict(),
                    ReportDocument.unlessEmpty(result.reason()),
                    result.requirements(),
                    Optional.of(result.drives().stream().map(DriveReport::of).toList())
                            .filter(drives -> drives.size() > 1),
                    ObservedReport.of(result));
        }
    }

    /** The result of a single drive of a case. */
    public record DriveReport(Verdict verdict, Optional<String> reason) {

        static DriveReport of(Drive drive) {
            return new DriveReport(drive.verdict(), ReportDocument.unlessEmpty(drive.reason()));
        }
    }

    static ScenarioReport of(ScenarioResult result) {
        return new ScenarioReport(
                result.id(),
                result.title(),
                result.verdict(),
                result.cases().stream().map(CaseReport::of).toList());
    }
}
