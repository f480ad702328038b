package org.bitsconformance.judge.application;

import java.util.Set;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.history.LastFragment;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.transcript.http.Excerpt;

/**
 * A server application that does not answer in time is a temporary error: the last fragment is not refused with a
 * status that makes a client give up its job (Win32 handling-server-application-errors). MC-BUP 3.3.6 has 408 there and
 * says of no status that it ends a job, so MC-BUP alone forbids none.
 */
public final class SilenceIsNotFatal implements LastFragmentRule {

    private static final Set<Integer> REDIRECTS_THAT_ARE_FATAL = Set.of(300, 301, 302, 303, 304, 305, 307);
    private static final Set<Integer> CLIENT_ERRORS_THAT_PASS = Set.of(408, 409);
    private static final Set<Integer> SERVER_ERRORS_THAT_ARE_FATAL = Set.of(501, 505);

    @Override
    public String requirement() {
        return "back-end.timeout.transient";
    }

    @Override
    public Judgement judge(LastFragment last, CaseHistory history, Context context) {
        if (!Failure.SILENT.of(last) || last.ack().isEmpty() || last.taken()) {
            return Judgement.outOfScope();
        }
        int status = last.ack().get().status();
        if (!isFatal(status)) {
            return Judgement.held();
        }
        String what = "The server application never answered, and the Fragment with the last byte was answered "
                + status + ", after which a client gives up its job.";
        return context.dialect() == Dialect.MC_BUP
                ? Judgement.observed(what)
                : Judgement.broken(
                                "an error that passes, such as 408 or 500",
                                Excerpt.of(last.ack().get().statusLine()),
                                what)
                        .decidedBy(Judgement.STATUS);
    }

    private static boolean isFatal(int status) {
        return switch (status / 100) {
            case 3 -> REDIRECTS_THAT_ARE_FATAL.contains(status);
            case 4 -> !CLIENT_ERRORS_THAT_PASS.contains(status);
            case 5 -> SERVER_ERRORS_THAT_ARE_FATAL.contains(status);
            default -> false;
        };
    }
}
