package org.bitsconformance.judge.download;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.Download;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.Excerpt;
import org.bitsconformance.transcript.http.HttpDate;

/**
 * A HEAD has the status, length, type and time of the GET for the whole reply, and no body. Fields that a server
 * generates for each answer, or only with a body, may differ (RFC 9110 9.3.2).
 */
public final class HeadIsAsGet implements DownloadRule {

    private static final List<String> COMPARED =
            List.of(BitsHeaders.CONTENT_LENGTH, "Content-Type", DownloadHasLastModified.NAME);

    @Override
    public String requirement() {
        return "download.head";
    }

    @Override
    public Judgement judge(Download download, Answer answer, ObservedReply reply) {
        Optional<Answer> get = reply.plainGet().flatMap(Download::answer).filter(one -> !Downloads.isBeside(one));
        if (!download.isHead() || get.isEmpty() || GetAndHeadAreServed.refusesMethod(answer)) {
            return Judgement.outOfScope();
        }
        if (answer.status() != get.get().status()) {
            return Downloads.wrongStatus(download, answer, get.get().status() + " as for GET");
        }
        if (answer.excess() > 0) {
            return Downloads.wrong(
                    download, answer, Judgement.BODY, "no body", answer.excess() + " bytes after the header");
        }
        return COMPARED.stream()
                .flatMap(name -> difference(name, download, answer, get.get()).stream())
                .findFirst()
                .orElseGet(Judgement::held);
    }

    private static Optional<Judgement> difference(String name, Download download, Answer head, Answer get) {
        Optional<String> expected = get.headers().first(name);
        Optional<String> actual = head.headers().first(name);
        boolean judgedElsewhere = name.equals(BitsHeaders.CONTENT_LENGTH) && actual.isEmpty();
        boolean same = expected.isEmpty()
                || judgedElsewhere
                || actual.map(value -> normal(value).equals(normal(expected.get())))
                        .orElse(false);
        return same
                ? Optional.empty()
                : Optional.of(Downloads.wrong(
                        download,
                        head,
                        name,
                        name + ": " + Excerpt.of(expected.get()) + " as for GET",
                        actual.map(value -> name + ": " + Excerpt.of(value)).orElse("no " + name)));
    }

    /** One spelling of a value: a time may have another form. */
    private static String normal(String value) {
        return HttpDate.parse(value)
                .orElseGet(() -> value.replaceAll("[\\s\"]+", "").toLowerCase(Locale.ROOT));
    }
}
