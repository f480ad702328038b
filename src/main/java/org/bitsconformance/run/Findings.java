package org.bitsconformance.run;

import org.bitsconformance.judge.Judged;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.requirement.Level;
import org.bitsconformance.result.Finding;
import org.bitsconformance.result.Verdict;

/** What a judgement means, given the level of its requirement. */
final class Findings {

    private Findings() {}

    /** With {@code strict}, a broken SHOULD fails like a broken MUST. */
    static Finding of(Judged judged, Level level, boolean strict) {
        return new Finding(judged, verdict(judged.judgement(), level, strict));
    }

    private static Verdict verdict(Judgement judgement, Level level, boolean strict) {
        if (judgement instanceof Judgement.Broken) {
            return broken(level, strict);
        }
        if (judgement instanceof Judgement.Observed) {
            return Verdict.INFO;
        }
        if (judgement instanceof Judgement.Skipped) {
            return Verdict.SKIP;
        }
        return judgement instanceof Judgement.NotJudged ? Verdict.INCOMPLETE : Verdict.PASS;
    }

    private static Verdict broken(Level level, boolean strict) {
        return switch (level) {
            case MUST, STATED -> Verdict.FAIL;
            case SHOULD -> strict ? Verdict.FAIL : Verdict.WARN;
            case MAY -> Verdict.INFO;
        };
    }
}
