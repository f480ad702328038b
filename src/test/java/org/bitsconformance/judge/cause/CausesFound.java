package org.bitsconformance.judge.cause;

import java.util.List;
import org.bitsconformance.judge.CaseBuilder;

/** The causes of everything that the rules find broken in a run of one case. */
final class CausesFound {

    private CausesFound() {}

    static List<FoundCause> of(CaseBuilder played) {
        List<Broken> broken = played.judge().stream()
                .flatMap(judged -> Broken.of(judged).stream())
                .toList();
        return CauseBook.find(new Evidence(List.of(played.history()), broken));
    }

    static List<String> ids(CaseBuilder played) {
        return of(played).stream().map(FoundCause::id).toList();
    }
}
