package org.bitsconformance.judge.cause;

import java.util.List;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judgement;

/** The causes of what all rules find broken in a run of one case. */
final class CausesFound {

    private CausesFound() {}

    static List<FoundCause> of(CaseBuilder played) {
        List<Broken> broken = played.judge().stream()
                .filter(judged -> judged.judgement() instanceof Judgement.Broken)
                .map(judged -> new Broken(
                        judged.requirement(),
                        judged.caseId(),
                        judged.exchange(),
                        ((Judgement.Broken) judged.judgement()).actual()))
                .toList();
        return CauseBook.find(new Evidence(List.of(played.history()), broken));
    }

    static List<String> ids(CaseBuilder played) {
        return of(played).stream().map(FoundCause::id).toList();
    }
}
