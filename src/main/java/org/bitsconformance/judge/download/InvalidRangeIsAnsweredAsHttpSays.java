package org.bitsconformance.judge.download;

import java.util.Optional;
import java.util.Set;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.Download;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.Excerpt;

/**
 * A range that the reply does not have is answered 416 or with the whole reply; a malformed one is ignored or refused
 * (RFC 2616 10.4.17, 14.35.1; RFC 9110 14.2). If a 416 states the length of the reply, it is right.
 */
public final class InvalidRangeIsAnsweredAsHttpSays implements DownloadRule {

    private static final String NAME = "Content-Range";
    private static final Set<Integer> MALFORMED = Set.of(200, 400, 416);
    private static final Set<Integer> BEYOND = Set.of(200, 416);

    @Override
    public String requirement() {
        return "download.range.invalid";
    }

    @Override
    public Judgement judge(Download download, Answer answer, ObservedReply reply) {
        Optional<RangeRequest> request = RangeRequest.of(download);
        if (request.isEmpty() || reply.content().isEmpty()) {
            return Judgement.outOfScope();
        }
        long length = reply.content().get().length();
        boolean malformed = !request.get().wellFormed();
        if (!malformed && !request.get().in(length).isEmpty()) {
            return Judgement.outOfScope();
        }
        if (!(malformed ? MALFORMED : BEYOND).contains(answer.status())) {
            return Downloads.wrongStatus(download, answer, malformed ? "200, 400 or 416" : "416 or 200");
        }
        return answer.status() == 416
                ? answer.headers()
                        .first(NAME)
                        .filter(value -> !value.matches("(?i)bytes[ \\t]+\\*/0*" + length))
                        .map(value -> Downloads.wrong(
                                download,
                                answer,
                                NAME,
                                NAME + ": bytes */" + length + ", or none,",
                                NAME + ": " + Excerpt.of(value)))
                        .orElseGet(Judgement::held)
                : Judgement.held();
    }
}
