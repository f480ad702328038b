package org.bitsconformance.judge.application;

import java.util.List;
import java.util.Optional;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.history.LastFragment;
import org.bitsconformance.judge.history.Notice;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.Excerpt;

/** The server application's error becomes the status of the Ack to the last fragment (MC-BUP 3.2.5.1.3, 3.3.5.2.7). */
public final class ApplicationErrorIsPassedOn implements LastFragmentRule {

    @Override
    public String requirement() {
        return "notification.refused";
    }

    @Override
    public Judgement judge(LastFragment last, CaseHistory history, Context context) {
        List<Notice> notices = last.notices();
        Optional<Integer> error = notices.isEmpty()
                ? Optional.empty()
                : notices.get(notices.size() - 1).error();
        Optional<Integer> redirect = notices.isEmpty()
                ? Optional.empty()
                : notices.get(notices.size() - 1).redirect();
        if (redirect.isPresent() && last.ack().isPresent()) {
            return last.ack().get().success()
                    ? Judgement.broken(
                                    "an error",
                                    Excerpt.of(last.ack().get().statusLine()),
                                    "The server application answered " + redirect.get()
                                            + ", which is not a success, and the Fragment with the last byte was"
                                            + " answered "
                                            + last.ack().get().status() + ".")
                            .decidedBy(Judgement.STATUS)
                    : Judgement.held();
        }
        if (error.isEmpty() || last.ack().isEmpty()) {
            return Judgement.outOfScope();
        }
        Answer ack = last.ack().get();
        return ack.status() == error.get()
                ? Judgement.held()
                : Judgement.broken(
                                "status " + error.get(),
                                Excerpt.of(ack.statusLine()),
                                "The server application answered " + error.get()
                                        + ", and the Fragment with the last byte was answered " + ack.status() + ".")
                        .decidedBy(Judgement.STATUS);
    }
}
