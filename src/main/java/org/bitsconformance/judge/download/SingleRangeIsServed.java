package org.bitsconformance.judge.download;

import java.util.List;
import java.util.Optional;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.Download;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.Excerpt;

/**
 * A GET for one range that the reply has is answered 206, with that range in Content-Range. A range that covers the
 * whole reply may also be answered 200.
 */
public final class SingleRangeIsServed implements DownloadRule {

    private static final String NAME = "Content-Range";

    @Override
    public String requirement() {
        return "download.range";
    }

    @Override
    public Judgement judge(Download download, Answer answer, ObservedReply reply) {
        Optional<RangeRequest> request = RangeRequest.of(download)
                .filter(one -> one.wellFormed() && one.specs().size() == 1);
        Optional<Long> total = reply.content()
                .map(content -> (long) content.length())
                .or(() -> answer.status() == 206 ? Slice.total(answer.headers()) : Optional.empty());
        if (request.isEmpty() || total.isEmpty()) {
            return Judgement.outOfScope();
        }
        List<Slice> asked = request.get().in(total.get());
        if (asked.isEmpty()) {
            return Judgement.outOfScope();
        }
        boolean all = asked.get(0).length() == total.get();
        if (answer.status() != 206) {
            return all && answer.status() == 200
                    ? Judgement.held()
                    : Downloads.wrongStatus(download, answer, all ? "206 or 200" : "206");
        }
        return namesRange(download, answer, asked.get(0), total.get());
    }

    private static Judgement namesRange(Download download, Answer answer, Slice asked, long total) {
        boolean right = Slice.of(answer.headers()).filter(asked::equals).isPresent()
                && Slice.total(answer.headers()).filter(named -> named != total).isEmpty();
        return right
                ? Judgement.held()
                : Downloads.wrong(
                        download,
                        answer,
                        NAME,
                        NAME + ": bytes " + asked + "/" + total,
                        answer.headers()
                                .first(NAME)
                                .map(value -> NAME + ": " + Excerpt.of(value))
                                .orElse("no " + NAME));
    }
}
