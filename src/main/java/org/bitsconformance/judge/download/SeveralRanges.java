package org.bitsconformance.judge.download;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bitsconformance.judge.history.Download;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.ByteRangesBody;

/**
 * Several ranges requested at once, and what came back.
 *
 * @param asked in the order of the request; the reply has all of them
 * @param came the ranges that the parts of a 206 answer state, or the answer itself if it has no parts; empty for any
 *     other answer
 */
record SeveralRanges(List<Slice> asked, Optional<List<Slice>> came) {

    static final String NOT_SERVED = "the target did not answer several ranges at once with 206";

    /** The ranges of a download; empty if it asks for fewer than two, or the reply is not known. */
    static Optional<SeveralRanges> of(Download download, Answer answer, ObservedReply reply) {
        Optional<RangeRequest> request = RangeRequest.of(download).filter(RangeRequest::wellFormed);
        if (request.isEmpty() || reply.content().isEmpty()) {
            return Optional.empty();
        }
        List<Slice> asked = request.get().in(reply.content().get().length());
        return asked.size() > 1 && asked.size() == request.get().specs().size()
                ? Optional.of(new SeveralRanges(asked, came(answer)))
                : Optional.empty();
    }

    private static Optional<List<Slice>> came(Answer answer) {
        if (answer.status() != 206 || !answer.complete()) {
            return Optional.empty();
        }
        if (!ByteRangesBody.isSaidBy(answer)) {
            return Slice.of(answer.headers()).map(List::of);
        }
        return ByteRangesBody.of(answer)
                .map(body -> body.parts().stream()
                        .flatMap(part -> Slice.of(part.headers()).stream())
                        .toList())
                .filter(slices -> !slices.isEmpty());
    }

    /** Whether the requested ranges ascend with bytes between them: no HTTP edition gives a reason not to serve these. */
    boolean apart() {
        for (int i = 1; i < asked.size(); i++) {
            if (asked.get(i).first() <= asked.get(i - 1).last() + 1) {
                return false;
            }
        }
        return true;
    }

    /** Whether each requested range is within one that came. */
    boolean allCame() {
        return came.filter(parts ->
                        asked.stream().allMatch(one -> parts.stream().anyMatch(part -> part.holds(one))))
                .isPresent();
    }

    /** Ranges for messages. */
    static String words(List<Slice> slices) {
        return slices.stream().map(Slice::toString).collect(Collectors.joining(", "));
    }
}
