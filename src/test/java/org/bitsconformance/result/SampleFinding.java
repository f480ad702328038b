package org.bitsconformance.result;

import org.bitsconformance.judge.Judged;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Judgement.Broken;
import org.bitsconformance.judge.Located;

/** Findings for tests of ledgers and reports. */
public final class SampleFinding {

    private SampleFinding() {}

    /** A finding with the judgement for its verdict; ignores what such a judgement does not have. */
    public static Finding of(
            String requirement,
            String rule,
            Verdict verdict,
            String caseId,
            String exchange,
            String expected,
            String actual,
            String message) {
        Judgement judgement = switch (verdict) {
            case PASS -> Judgement.held();
            case INFO -> expected.isEmpty() ? Judgement.observed(message) : Judgement.broken(expected, actual, message);
            case SKIP -> Judgement.skipped(message);
            case INCOMPLETE -> Judgement.notJudged(message);
            case FAIL, WARN, UNSTABLE, KNOWN -> Judgement.broken(expected, actual, message);
        };
        return new Finding(new Judged(requirement, rule, new Located(caseId, exchange, judgement)), verdict);
    }

    /** The same broken finding, with where to look first. */
    public static Finding advised(Finding finding, String lookAt) {
        return finding.saying(((Broken) finding.said().judgement()).lookingAt(lookAt), finding.verdict());
    }

    /** The same broken finding, decided by a field. */
    public static Finding decidedBy(String field, Finding finding) {
        return finding.saying(((Broken) finding.said().judgement()).decidedBy(field), finding.verdict());
    }
}
