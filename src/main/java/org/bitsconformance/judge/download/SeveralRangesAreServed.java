package org.bitsconformance.judge.download;

import java.util.Optional;
import java.util.Set;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.Download;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.ByteRangesBody;

/**
 * A GET for several ranges that the reply has is answered with all of them. Ranges that overlap, touch or descend may
 * be answered differently (RFC 7233 6.1).
 */
public final class SeveralRangesAreServed implements DownloadRule {

    private static final Set<Integer> OTHERWISE = Set.of(200, 400, 416);

    @Override
    public String requirement() {
        return "download.ranges";
    }

    @Override
    public Judgement judge(Download download, Answer answer, ObservedReply reply) {
        Optional<SeveralRanges> several = SeveralRanges.of(download, answer, reply);
        if (several.isEmpty() || (answer.status() == 206 && isTorn(answer))) {
            return Judgement.outOfScope();
        }
        if (several.get().allCame()) {
            return Judgement.held();
        }
        if (answer.status() == 206) {
            return Downloads.wrong(
                    download,
                    answer,
                    Judgement.BODY,
                    "the ranges " + SeveralRanges.words(several.get().asked()),
                    several.get()
                            .came()
                            .map(came -> "the ranges " + SeveralRanges.words(came))
                            .orElse("no part that says its range"));
        }
        return !several.get().apart() && OTHERWISE.contains(answer.status())
                ? Judgement.observed("The " + download.words() + " was answered " + answer.status()
                        + "; HTTP has reasons for that where ranges overlap, meet or descend.")
                : Downloads.wrongStatus(download, answer, "206");
    }

    /** Whether an answer or its last part breaks off, which is another requirement. */
    private static boolean isTorn(Answer answer) {
        return !answer.complete()
                || (ByteRangesBody.isSaidBy(answer)
                        && ByteRangesBody.of(answer)
                                .filter(body -> !body.closed())
                                .isPresent());
    }
}
