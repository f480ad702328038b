package org.bitsconformance.judge.application;

import java.util.List;
import java.util.Optional;
import org.bitsconformance.judge.CaseRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Located;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.history.Notice;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.http.Excerpt;

/** What the server application has at its own URL is not deleted with the session (Win32 notification protocol). */
public final class StaticReplyIsKept implements CaseRule {

    @Override
    public String requirement() {
        return "reply-url.static.kept";
    }

    @Override
    public List<Located> judge(CaseHistory history, Context context) {
        boolean named = history.application().notices().stream()
                .anyMatch(notice -> notice.succeeded()
                        && notice.staticUrl().filter(url -> !url.isEmpty()).isPresent());
        Optional<Step> end = history.steps().stream()
                .filter(step -> (step.is(PacketType.CLOSE_SESSION) || step.is(PacketType.CANCEL_SESSION))
                        && step.ack().isPresent())
                .findFirst();
        if (!named || end.isEmpty()) {
            return List.of();
        }
        Judgement judgement = history.application().repliesAsked().stream()
                .filter(Notice::altersStaticReply)
                .findFirst()
                .<Judgement>map(request -> Judgement.broken(
                        "no request that alters the reply",
                        Excerpt.of(request.request().method()),
                        "The server sent " + Excerpt.of(request.request().method()) + " for "
                                + Excerpt.of(request.request().resource()) + ", the reply that the server application"
                                + " has at a URL of its own."))
                .orElseGet(Judgement::held);
        return List.of(new Located(history.caseId(), end.get().exchange().id(), judgement));
    }
}
