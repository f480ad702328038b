package org.bitsconformance.judge.download;

import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.Download;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.ByteRangesBody;
import org.bitsconformance.transcript.http.ByteRangesBody.Part;

/** Besides Content-Range and Content-Type, the header of a part has at most 180 bytes, not counting line ends. */
public final class PartHeadersAreShort implements PartRule {

    private static final int MOST = 180;

    @Override
    public String requirement() {
        return "download.parts.header-size";
    }

    @Override
    public Judgement judge(ByteRangesBody body, Download download, Answer answer, ObservedReply reply) {
        int longest = body.parts().stream()
                .mapToInt(PartHeadersAreShort::otherBytes)
                .max()
                .orElse(0);
        return longest <= MOST
                ? Judgement.held()
                : Downloads.wrong(
                        download,
                        answer,
                        Judgement.BODY,
                        "at most " + MOST + " bytes of other headers in a part",
                        "a part with " + longest + " bytes of other headers");
    }

    private static int otherBytes(Part part) {
        return part.lines().stream()
                .filter(line -> !isOf(line, "Content-Range") && !isOf(line, "Content-Type"))
                .mapToInt(String::length)
                .sum();
    }

    private static boolean isOf(String line, String name) {
        return line.regionMatches(true, 0, name, 0, name.length());
    }
}
