package org.bitsconformance.judge.download;

import java.util.List;
import java.util.Optional;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.Download;
import org.bitsconformance.transcript.http.Answer;

/** Each of several ranges comes back by itself, even if they touch or overlap. */
public final class RangesAreNotMerged implements DownloadRule {

    @Override
    public String requirement() {
        return "download.ranges.unmerged";
    }

    @Override
    public Judgement judge(Download download, Answer answer, ObservedReply reply) {
        Optional<SeveralRanges> several = SeveralRanges.of(download, answer, reply);
        if (several.isEmpty()) {
            return Judgement.outOfScope();
        }
        List<Slice> asked = several.get().asked();
        List<Slice> came = several.get().came().orElse(List.of());
        if (came.isEmpty()) {
            return Judgement.skipped(SeveralRanges.NOT_SERVED);
        }
        if (came.containsAll(asked)) {
            return Judgement.held();
        }
        return several.get().allCame()
                ? Downloads.wrong(
                        download,
                        answer,
                        Judgement.BODY,
                        "the ranges " + SeveralRanges.words(asked) + ", each by itself",
                        "the ranges " + SeveralRanges.words(came))
                : Judgement.skipped("not all of the ranges came back");
    }
}
