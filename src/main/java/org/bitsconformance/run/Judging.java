package org.bitsconformance.run;

import java.util.List;
import java.util.function.UnaryOperator;
import org.bitsconformance.judge.Judged;
import org.bitsconformance.judge.book.Judge;
import org.bitsconformance.judge.history.Histories;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.requirement.Catalogue;
import org.bitsconformance.result.Baseline;
import org.bitsconformance.result.CaseResult;
import org.bitsconformance.result.Finding;
import org.bitsconformance.result.Ledger;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.result.RunTraffic;
import org.bitsconformance.result.SelectedCase;
import org.bitsconformance.result.Verdict;
import org.bitsconformance.run.OpenCases.OpenCase;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.Probed;
import org.bitsconformance.transcript.RunHeader;
import org.bitsconformance.transcript.RunNotice;

/**
 * The judging half of a run: takes each case when it ends, and adds up the results at the end. It does not know where
 * the events come from, so a record is judged in the same way as a live run.
 */
public final class Judging {

    private final Catalogue catalogue = Catalogue.load();
    private final RunHeader header;
    private final Dialect dialect;
    private final boolean strict;
    private final UnaryOperator<Finding> view;
    private final Judge judge;
    private final Ledger ledger;

    /**
     * Starts with nothing judged.
     *
     * @param dialect which document decides; may differ from the one that the header names
     * @param strict whether a broken SHOULD fails the run
     * @param view changes each finding before it is entered
     */
    Judging(
            RunHeader header,
            Dialect dialect,
            boolean strict,
            List<SelectedCase> selected,
            Baseline known,
            UnaryOperator<Finding> view) {
        this.header = header;
        this.dialect = dialect;
        this.strict = strict;
        this.view = view;
        this.judge = new Judge(header, dialect);
        this.ledger = new Ledger(catalogue, dialect, strict, selected, known);
    }

    /** Starts as the setup of a run says. */
    static Judging of(RunHeader header, RunSetup setup) {
        RunSetup.Judging how = setup.judging();
        return new Judging(
                header,
                how.dialect(),
                how.strict(),
                setup.cases().all(),
                how.baseline().known(),
                UnaryOperator.identity());
    }

    /** What the rules find in a case that has ended. */
    List<Finding> judge(OpenCase ended) {
        return findings(judge.judge(
                Histories.of(ended.events(), header.target().declared().limits())));
    }

    /** The findings, with those that the baseline knows marked as known. */
    List<Finding> excused(List<Finding> findings) {
        return ledger.excused(findings);
    }

    /** Enters a case that has ended, once for each drive. */
    CaseResult enter(SelectedCase ofRun, CaseEnd end, List<Finding> findings, OpenCase ended, long micros) {
        return ledger.enter(ofRun, end, findings, ended.events(), micros);
    }

    /** Enters a notice about what the run does differently from now on. */
    void enter(RunNotice notice) {
        ledger.enter(notice);
    }

    /** Judges the run as a whole, judges again the cases about which more is known now, and adds up. */
    RunResult finish(Probed probed, RunTraffic driving, String missingReason, long durationMillis) {
        judge.revised().forEach((start, judged) -> ledger.revise(start.caseId(), start.drive(), findings(judged)));
        ledger.enter(findings(judge.judgeRun()));
        ledger.enterCauses(Causes.of(judge.histories(), ledger.findings(), catalogue));
        ledger.enter(driving);
        return ledger.total(
                header,
                probed,
                Observations.conflicts(judge),
                Observations.states(judge, catalogue),
                missingReason,
                durationMillis);
    }

    /** The catalogue, which has the statement and sources of each requirement. */
    public Catalogue catalogue() {
        return catalogue;
    }

    /** Whether a verdict fails the run. */
    public boolean fails(Verdict verdict) {
        return ledger.fails(verdict);
    }

    private List<Finding> findings(List<Judged> judged) {
        return judged.stream()
                .map(one -> Findings.of(one, catalogue.get(one.requirement()).level(dialect), strict))
                .map(view)
                .toList();
    }
}
