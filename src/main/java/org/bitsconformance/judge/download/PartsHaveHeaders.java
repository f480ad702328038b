package org.bitsconformance.judge.download;

import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.Download;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.ByteRangesBody;
import org.bitsconformance.transcript.http.ByteRangesBody.Part;
import org.bitsconformance.transcript.http.Headers;

/** Each part states its range, and its type if the whole reply has one (RFC 2616 19.2; RFC 7233 4.1). */
public final class PartsHaveHeaders implements PartRule {

    private static final String TYPE = "Content-Type";

    @Override
    public String requirement() {
        return "download.parts.headers";
    }

    @Override
    public Judgement judge(ByteRangesBody body, Download download, Answer answer, ObservedReply reply) {
        boolean typed = reply.plainGet()
                .flatMap(Download::answer)
                .filter(whole -> whole.headers().has(TYPE))
                .isPresent();
        for (int i = 0; i < body.parts().size(); i++) {
            Part part = body.parts().get(i);
            String missing = missing(part.headers(), typed);
            if (!missing.isEmpty()) {
                return Downloads.wrong(
                        download,
                        answer,
                        Judgement.BODY,
                        missing + " in every part",
                        "a part " + (i + 1) + " without it");
            }
        }
        return Judgement.held();
    }

    private static String missing(Headers headers, boolean typed) {
        if (Slice.of(headers).isEmpty()) {
            return "Content-Range with a range";
        }
        return typed && !headers.has(TYPE) ? TYPE : "";
    }
}
