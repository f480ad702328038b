package org.bitsconformance.judge.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Located;
import org.bitsconformance.judge.RunRule;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.Excerpt;

/**
 * Sessions that are certainly open at the same time have different ids. Reuse of an id after its session has ended is
 * open.
 */
public final class SessionIdsAreUnique implements RunRule {

    @Override
    public String requirement() {
        return "create-session.session-id.unique";
    }

    @Override
    public List<Located> judge(List<CaseHistory> histories, Context context) {
        List<Located> found = new ArrayList<>();
        for (CaseHistory history : histories) {
            Map<String, String> openIds = new HashMap<>();
            for (Step step : history.steps()) {
                if (step.is(PacketType.CREATE_SESSION)) {
                    givenId(step).ifPresent(id -> {
                        String first = openIds.putIfAbsent(id, step.exchange().id());
                        if (openIds.size() > 1 || first != null) {
                            found.add(new Located(
                                    history.caseId(), step.exchange().id(), judge(id, first)));
                        }
                    });
                } else if (step.belongsToSession() && !step.after().open()) {
                    step.request().sessionId().ifPresent(openIds::remove);
                }
            }
        }
        return found;
    }

    private static Judgement judge(String id, String first) {
        return first == null
                ? Judgement.held()
                : Judgement.broken(
                                "a separate id for each session",
                                BitsHeaders.SESSION_ID + ": " + Excerpt.of(id),
                                "Two sessions that are open at the same time have the same BITS-Session-Id, "
                                        + Excerpt.of(id) + ": the first was given in " + first + ".")
                        .decidedBy(BitsHeaders.SESSION_ID);
    }

    private static Optional<String> givenId(Step step) {
        return step.answer()
                .filter(Answer::success)
                .flatMap(answer -> answer.headers().first(BitsHeaders.SESSION_ID))
                .filter(id -> !id.isEmpty());
    }
}
