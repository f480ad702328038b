package org.bitsconformance.judge.download;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.Download;
import org.bitsconformance.transcript.http.Answer;

/** Several ranges come back in the order of the request. */
public final class RangesKeepTheirOrder implements DownloadRule {

    @Override
    public String requirement() {
        return "download.ranges.order";
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
        boolean more = came.size() > asked.size() && came.containsAll(asked);
        if (more) {
            return Downloads.wrong(
                    download,
                    answer,
                    Judgement.BODY,
                    "the ranges " + SeveralRanges.words(asked) + " and no others",
                    "the ranges " + SeveralRanges.words(came));
        }
        if (!sorted(came).equals(sorted(asked))) {
            return Judgement.skipped("the parts are not the ranges that were asked for");
        }
        return came.equals(asked)
                ? Judgement.held()
                : Downloads.wrong(
                        download,
                        answer,
                        Judgement.BODY,
                        "the order " + SeveralRanges.words(asked),
                        "the order " + SeveralRanges.words(came));
    }

    private static List<Slice> sorted(List<Slice> slices) {
        return slices.stream()
                .sorted(Comparator.comparingLong(Slice::first).thenComparingLong(Slice::last))
                .toList();
    }
}
