package org.bitsconformance.judge.download;

import java.util.Optional;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.Download;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.Excerpt;
import org.bitsconformance.transcript.http.HttpDate;

/** A 200 or 206 answer to GET states when the reply was made, in an HTTP form; the time of the request does not count. */
public final class DownloadHasLastModified implements DownloadRule {

    static final String NAME = "Last-Modified";

    private static final String DATE = "Date";
    private static final String EXPECTED = NAME + " with a time in a form of HTTP";

    @Override
    public String requirement() {
        return "download.last-modified";
    }

    @Override
    public Judgement judge(Download download, Answer answer, ObservedReply reply) {
        if (download.isHead() || (answer.status() != 200 && answer.status() != 206)) {
            return Judgement.outOfScope();
        }
        return answer.headers()
                .first(NAME)
                .map(value -> HttpDate.parse(value).isPresent()
                        ? isOfTheReply(download, answer, reply)
                        : Downloads.wrong(download, answer, NAME, EXPECTED, NAME + ": " + Excerpt.of(value)))
                .orElseGet(() -> Downloads.wrong(download, answer, NAME, EXPECTED, "no " + NAME));
    }

    /**
     * Bytes that came before and are still the same were not changed since. Clocks differ, between servers and between
     * a server and its front end: a time counts as the time of the request if it has moved on since, up to the time of
     * the answer.
     */
    private static Judgement isOfTheReply(Download download, Answer answer, ObservedReply reply) {
        Optional<Answer> first = reply.plainGet().flatMap(Download::answer);
        Optional<String> seen = first.flatMap(one -> one.headers().first(DATE)).flatMap(HttpDate::parse);
        Optional<String> changed = answer.headers().first(NAME).flatMap(HttpDate::parse);
        Optional<String> before =
                first.flatMap(one -> one.headers().first(NAME)).flatMap(HttpDate::parse);
        Optional<String> now = answer.headers().first(DATE).flatMap(HttpDate::parse);
        boolean wentOn = before.filter(one -> changed.orElseThrow().compareTo(one) > 0)
                        .isPresent()
                && now.filter(one -> changed.orElseThrow().compareTo(one) < 0).isEmpty();
        boolean later = download.isPlainGet()
                && seen.isPresent()
                && wentOn
                && changed.orElseThrow().compareTo(seen.get()) > 0
                && reply.content()
                        .filter(content -> ObservedReply.same(content, answer.body()))
                        .isPresent();
        return later
                ? Downloads.wrong(
                        download,
                        answer,
                        NAME,
                        NAME + " before "
                                + Excerpt.of(first.orElseThrow()
                                        .headers()
                                        .first(DATE)
                                        .orElseThrow()) + ", when the same bytes had come,",
                        NAME + ": " + Excerpt.of(answer.headers().first(NAME).orElseThrow()))
                : Judgement.held();
    }
}
