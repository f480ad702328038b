package org.bitsconformance.judge.application;

import java.util.Optional;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.StatusChecks;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.history.LastFragment;
import org.bitsconformance.judge.history.Notice;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.protocol.ErrorContext;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.ErrorCode;

/**
 * The context of an error is the server application's if the notification failed (MC-BUP 3.2.5.2.6). By MC-BUP 2.2.1.2
 * and the Win32 pages it is the server's if no error came from the application. So for a failure that the server found
 * itself only MC-BUP decides, and for a URL that is too long for the server the context is open. Other rules check that
 * there is a context at all, and that it is a known one.
 */
public final class ContextIsOfApplication implements LastFragmentRule {

    @Override
    public String requirement() {
        return "error.context.application";
    }

    @Override
    public Judgement judge(LastFragment last, CaseHistory history, Context context) {
        boolean failed = !last.notices().isEmpty() && last.notices().stream().noneMatch(Notice::succeeded);
        Optional<Integer> value = last.ack()
                .filter(StatusChecks::error)
                .flatMap(ack -> ack.headers().first(BitsHeaders.ERROR_CONTEXT))
                .flatMap(ErrorCode::hexadecimal)
                .filter(number -> ErrorContext.of(number).isPresent());
        if (!failed || Failure.LONG_URL.of(last) || last.ack().isEmpty()) {
            return Judgement.outOfScope();
        }
        boolean ofApplication = Failure.SILENT.of(last)
                || last.notices().stream().anyMatch(notice -> notice.error().isPresent());
        if (value.isEmpty()) {
            return isMissing(last.ack().get())
                    ? missing(last.ack().get(), ofApplication)
                    : Judgement.skipped("the answer to the last fragment has no known " + BitsHeaders.ERROR_CONTEXT);
        }
        String seen = BitsHeaders.ERROR_CONTEXT + ": 0x" + Integer.toHexString(value.get());
        if (value.get() == ErrorContext.REMOTE_APPLICATION.value()) {
            return Judgement.held();
        }
        String what = "The notification failed, and the " + last.ack().get().status()
                + " answer to the Fragment with the last byte has " + seen + " where "
                + ErrorContext.REMOTE_APPLICATION.hex() + " is expected.";
        return ofApplication || context.dialect() == Dialect.MC_BUP
                ? Judgement.broken(BitsHeaders.ERROR_CONTEXT + ": " + ErrorContext.REMOTE_APPLICATION.hex(), seen, what)
                        .decidedBy(BitsHeaders.ERROR_CONTEXT)
                : Judgement.observed(what);
    }

    /**
     * Whether an error has only {@code BITS-Error-Code} and no context, which the documents leave open for the server's
     * own errors. Next to {@code BITS-Error}, and without any code, other rules report what is missing.
     */
    private static boolean isMissing(Answer ack) {
        return StatusChecks.error(ack)
                && !ack.headers().has(BitsHeaders.ERROR_CONTEXT)
                && !ack.headers().has(BitsHeaders.ERROR)
                && ack.headers().has(BitsHeaders.ERROR_CODE);
    }

    private static Judgement missing(Answer ack, boolean ofApplication) {
        String what = "The notification failed, and the " + ack.status()
                + " answer to the Fragment with the last byte has no " + BitsHeaders.ERROR_CONTEXT + " where "
                + ErrorContext.REMOTE_APPLICATION.hex() + " is expected.";
        return ofApplication
                ? Judgement.broken(
                                BitsHeaders.ERROR_CONTEXT + ": " + ErrorContext.REMOTE_APPLICATION.hex(),
                                "no " + BitsHeaders.ERROR_CONTEXT,
                                what)
                        .decidedBy(BitsHeaders.ERROR_CONTEXT)
                : Judgement.observed(what);
    }
}
