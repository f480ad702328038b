package org.bitsconformance.rule.download;

import org.bitsconformance.rule.Judgement;
import org.bitsconformance.rule.history.Download;
import org.bitsconformance.transcript.Answer;
import org.bitsconformance.transcript.ByteRangesBody;
import org.bitsconformance.transcript.ByteRangesBody.Part;
import org.bitsconformance.transcript.Headers;

/**
 * Each part says its range, and its type where the whole reply has one (RFC 2616 19.2; RFC 7233 4.1).
 */
public final class PartsHaveHeaders implements PartRule {

    private static final String TYPE = "Content-Type";

    @Override
    public String requirement() {
        return "download.parts.headers";
    }

    @Override
    public Judgement judge(ByteRangesBody body, Download download, Answer answer, Reply reply) {
        boolean typed = reply.plainGet()
                .flatMap(Download::answer)
                .filter(whole -> whole.headers().has(TYPE))
                .isPresent();
        for (int i = 0; i < body.parts().size(); i++) {
            Part part = body.parts().get(i);
            String missing = missing(part.headers(), typed);
            if (!missing.isEmpty()) {
                return Downloads.wrong(
                        download, answer, missing + " in every part", "a part " + (i + 1) + " without it");
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
