package org.bitsconformance.judge.download;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.Download;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.Header;

/** A GET with a header field that HTTP does not know is answered as the same GET without it. */
public final class UnknownHeaderIsIgnored implements DownloadRule {

    @Override
    public String requirement() {
        return "download.header.unknown";
    }

    @Override
    public Judgement judge(Download download, Answer answer, ObservedReply reply) {
        Optional<Answer> plain = reply.plainGet().flatMap(Download::answer).filter(one -> one.status() == 200);
        if (!download.isPlainGet()
                || plain.isEmpty()
                || !hasMore(download, reply.plainGet().get())) {
            return Judgement.outOfScope();
        }
        if (answer.status() != 200) {
            return Downloads.wrongStatus(download, answer, "200 as without the unknown header field");
        }
        boolean judged = answer.complete() && reply.content().isPresent() && ObservedReply.isUncoded(answer);
        int difference = judged
                ? ObservedReply.firstDifference(answer.body(), reply.content().get())
                : -1;
        return difference < 0
                ? Judgement.held()
                : Downloads.wrong(
                        download,
                        answer,
                        Judgement.BODY,
                        "the body that came without the unknown header field",
                        "a body that differs from byte " + difference + " on");
    }

    private static boolean hasMore(Download download, Download plain) {
        return !names(plain).containsAll(names(download));
    }

    private static Set<String> names(Download download) {
        return download.request().headers().fields().stream()
                .map(Header::name)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
