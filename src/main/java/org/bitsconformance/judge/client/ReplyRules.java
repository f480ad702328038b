package org.bitsconformance.judge.client;

import java.util.List;
import java.util.Optional;
import org.bitsconformance.judge.CaseRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.client.TurnRule.Check;
import org.bitsconformance.judge.history.Download;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.ClientEnded;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.Excerpt;

/**
 * What a client does with the reply to an upload (MC-BUP 3.1.5.1.8, 3.1.5.2.4; Win32 close-session). A reply that lies on
 * another host may be fetched unseen.
 */
final class ReplyRules {

    private ReplyRules() {}

    static List<CaseRule> all() {
        return List.of(
                row("client.reply.downloaded", ReplyRules::downloaded),
                row("client.reply.then-close", ReplyRules::thenClosed),
                row("client.reply.missing", ReplyRules::missing),
                row("client.download.dynamic", ReplyRules::withoutLength));
    }

    private static CaseRule row(String requirement, Check check) {
        return new TurnRule("ReplyIsFetched", requirement, check);
    }

    /** A client that uploads without wanting a reply may ignore the URL. */
    private static Judgement downloaded(Turn turn, Context context) {
        if (!CourseRules.isComplete(turn) || url(turn).isEmpty()) {
            return Judgement.outOfScope();
        }
        if (turn.conversation().history().downloads().stream().anyMatch(ReplyRules::isWhole)) {
            return Judgement.held();
        }
        String url = url(turn).get();
        String seen = "The client did not fetch the reply " + Excerpt.of(url);
        if (turn.claimsSuccess() && context.uploadReply() && Hosts.isSame(turn, BitsHeaders.REPLY_URL, url.strip())) {
            return Judgement.broken("a download of the reply", "no download", seen + ".");
        }
        boolean closed = turn.later().stream().anyMatch(one -> one.is(PacketType.CLOSE_SESSION));
        return closed
                ? Judgement.observed(seen + " here; it may want none, or have fetched it elsewhere.")
                : Judgement.outOfScope();
    }

    private static Judgement thenClosed(Turn turn, Context context) {
        if (!turn.is(PacketType.CLOSE_SESSION) || turn.session().isEmpty()) {
            return Judgement.outOfScope();
        }
        boolean named = turn.session().get().before(turn).stream().anyMatch(one -> url(one).isPresent());
        List<Download> downloads = turn.conversation().history().downloads();
        if (!named || downloads.isEmpty()) {
            return Judgement.outOfScope();
        }
        if (downloads.stream().anyMatch(one -> isBefore(one, turn))) {
            return Judgement.held();
        }
        return turn.succeeded()
                ? Judgement.broken(
                        "the download first",
                        "Close-Session",
                        "Close-Session was sent before the reply was fetched, and the server may have deleted it.")
                : Judgement.outOfScope();
    }

    private static boolean isBefore(Download download, Turn turn) {
        return download.exchange().timing().startedMicros()
                < turn.exchange().timing().startedMicros();
    }

    private static boolean isWhole(Download download) {
        return download.answer()
                .filter(answer -> answer.complete() && (answer.status() == 200 || answer.status() == 206))
                .isPresent();
    }

    /** Judged if the job is declared to want a reply. */
    private static Judgement missing(Turn turn, Context context) {
        Optional<ClientEnded> ended = turn.exited();
        if (!CourseRules.isComplete(turn) || url(turn).isPresent() || !context.uploadReply() || ended.isEmpty()) {
            return Judgement.outOfScope();
        }
        boolean later = turn.later().stream().anyMatch(one -> url(one).isPresent());
        if (later) {
            return Judgement.outOfScope();
        }
        return ended.get().claimsSuccess()
                ? Judgement.broken(
                        "an exit code other than 0",
                        "exit code 0",
                        "The server gave no " + BitsHeaders.REPLY_URL + ", and the client ended with exit code 0.")
                : Judgement.held();
    }

    /** Only reported: it says what the client of Windows can do. */
    private static Judgement withoutLength(Turn turn, Context context) {
        if (url(turn).isEmpty()) {
            return Judgement.outOfScope();
        }
        Optional<Download> without = turn.conversation().history().downloads().stream()
                .filter(download -> download.answer()
                        .filter(Answer::success)
                        .filter(answer -> !answer.headers().has(BitsHeaders.CONTENT_LENGTH))
                        .isPresent())
                .findFirst();
        boolean closed = turn.later().stream().anyMatch(one -> one.is(PacketType.CLOSE_SESSION));
        return without.isPresent()
                ? Judgement.observed("The reply came without " + BitsHeaders.CONTENT_LENGTH + ", and the client "
                        + (closed ? "closed its session." : "sent nothing more."))
                : Judgement.outOfScope();
    }

    private static Optional<String> url(Turn turn) {
        return turn.delivered()
                .filter(Answer::success)
                .filter(answer -> turn.is(PacketType.FRAGMENT))
                .flatMap(answer -> answer.headers().first(BitsHeaders.REPLY_URL))
                .filter(value -> !value.isBlank());
    }
}
