package org.bitsconformance.judge.download;

import java.util.Optional;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.Download;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.ByteRangesBody;

/** A rule about an answer whose body has several ranges as parts. */
interface PartRule extends DownloadRule {

    /** Judges the parts; there is at least one. */
    Judgement judge(ByteRangesBody body, Download download, Answer answer, ObservedReply reply);

    @Override
    default Judgement judge(Download download, Answer answer, ObservedReply reply) {
        if (SeveralRanges.of(download, answer, reply).isEmpty()) {
            return Judgement.outOfScope();
        }
        Optional<ByteRangesBody> body = Optional.of(answer)
                .filter(one -> one.status() == 206 && one.complete())
                .flatMap(ByteRangesBody::of)
                .filter(one -> !one.parts().isEmpty());
        return body.map(parts -> judge(parts, download, answer, reply))
                .orElseGet(() -> Judgement.skipped("the target did not answer several ranges with parts"));
    }
}
