package org.bitsconformance.run;

import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.book.Judged;
import org.bitsconformance.requirement.Level;
import org.bitsconformance.result.Finding;
import org.bitsconformance.result.Verdict;

/** What a judgement means, by the level of its requirement. */
final class Findings {

    private Findings() {}

    /** With {@code strict} a broken SHOULD fails as a broken MUST does. */
    static Finding of(Judged judged, Level level, boolean strict) {
        Judgement judgement = judged.judgement();
        if (judgement instanceof Judgement.Broken broken) {
            return broken(judged, broken(level, strict), broken);
        }
        if (judgement instanceof Judgement.Observed observed) {
            return finding(judged, Verdict.INFO, observed.what());
        }
        if (judgement instanceof Judgement.Skipped skipped) {
            return finding(judged, Verdict.SKIP, skipped.reason());
        }
        if (judgement instanceof Judgement.NotJudged notJudged) {
            return finding(judged, Verdict.INCOMPLETE, notJudged.reason());
        }
        return finding(judged, Verdict.PASS, "");
    }

    private static Verdict broken(Level level, boolean strict) {
        return switch (level) {
            case MUST, STATED -> Verdict.FAIL;
            case SHOULD -> strict ? Verdict.FAIL : Verdict.WARN;
            case MAY -> Verdict.INFO;
        };
    }

    private static Finding broken(Judged judged, Verdict verdict, Judgement.Broken broken) {
        return new Finding(
                judged.requirement(),
                judged.rule(),
                verdict,
                judged.caseId(),
                judged.exchange(),
                broken.expected(),
                broken.actual(),
                broken.message(),
                broken.lookAt());
    }

    private static Finding finding(Judged judged, Verdict verdict, String message) {
        return new Finding(
                judged.requirement(), judged.rule(), verdict, judged.caseId(), judged.exchange(), "", "", message);
    }
}
