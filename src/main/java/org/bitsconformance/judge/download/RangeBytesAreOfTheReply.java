package org.bitsconformance.judge.download;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.Download;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.ByteRangesBody;
import org.bitsconformance.transcript.http.Headers;

/** The bytes of an answer to a GET with Range are those of the reply, at the offsets that the answer names. */
public final class RangeBytesAreOfTheReply implements DownloadRule {

    @Override
    public String requirement() {
        return "download.range.bytes";
    }

    /**
     * Bytes as they came.
     *
     * @param where in the reply they should be, according to the answer
     */
    private record Piece(Slice where, String bytes) {}

    @Override
    public Judgement judge(Download download, Answer answer, ObservedReply reply) {
        boolean judged = RangeRequest.of(download).isPresent()
                && (answer.status() == 200 || answer.status() == 206)
                && answer.complete()
                && ObservedReply.isUncoded(answer);
        if (!judged || reply.content().isEmpty()) {
            return Judgement.outOfScope();
        }
        String content = reply.content().get();
        List<Piece> pieces = pieces(answer, content);
        if (pieces.isEmpty()) {
            return Judgement.skipped("the answer does not say which bytes of the reply it has");
        }
        return pieces.stream()
                .flatMap(piece -> difference(piece, content, download, answer).stream())
                .findFirst()
                .orElseGet(Judgement::held);
    }

    private static List<Piece> pieces(Answer answer, String content) {
        if (answer.status() == 200) {
            return List.of(new Piece(new Slice(0, content.length() - 1L), answer.body()));
        }
        List<Piece> pieces = new ArrayList<>();
        if (ByteRangesBody.isSaidBy(answer)) {
            ByteRangesBody.of(answer)
                    .ifPresent(body -> body.parts().forEach(part -> piece(part.headers(), part.body(), pieces)));
        } else {
            piece(answer.headers(), answer.body(), pieces);
        }
        return pieces;
    }

    private static void piece(Headers headers, String bytes, List<Piece> pieces) {
        Slice.of(headers).ifPresent(where -> pieces.add(new Piece(where, bytes)));
    }

    private static Optional<Judgement> difference(Piece piece, String content, Download download, Answer answer) {
        Slice where = piece.where();
        if (where.last() >= content.length()) {
            return Optional.empty();
        }
        String expected = content.substring((int) where.first(), (int) where.last() + 1);
        int at = ObservedReply.firstDifference(piece.bytes(), expected);
        if (at < 0) {
            return Optional.empty();
        }
        String actual = piece.bytes().length() == expected.length()
                ? "others from byte " + (where.first() + at) + " on"
                : piece.bytes().length() + " bytes";
        return Optional.of(Downloads.wrong(
                download,
                answer,
                Judgement.BODY,
                "the " + expected.length() + " bytes " + where + " of the reply",
                actual));
    }
}
