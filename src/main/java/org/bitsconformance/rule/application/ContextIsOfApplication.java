package org.bitsconformance.rule.application;

import java.util.Optional;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.protocol.ErrorContext;
import org.bitsconformance.rule.Answers;
import org.bitsconformance.rule.Context;
import org.bitsconformance.rule.Judgement;
import org.bitsconformance.rule.history.CaseHistory;
import org.bitsconformance.rule.history.LastFragment;
import org.bitsconformance.rule.history.Notice;
import org.bitsconformance.transcript.ErrorCode;

/**
 * The context of an error is that of the server application where the notification failed (MC-BUP 3.2.5.2.6). By MC-BUP
 * 2.2.1.2 and the Win32 pages it is that of the server where no error came from the application, so that a failure which
 * the server found itself binds by MC-BUP alone, a URL that is too long for the server nobody. Whether a context is there
 * at all, and is a known one, is for other rules.
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
                .filter(Answers::error)
                .flatMap(ack -> ack.headers().first(BitsHeaders.ERROR_CONTEXT))
                .flatMap(ErrorCode::hexadecimal)
                .filter(number -> ErrorContext.of(number).isPresent());
        if (!failed || Failure.LONG_URL.of(last) || last.ack().isEmpty()) {
            return Judgement.outOfScope();
        }
        if (value.isEmpty()) {
            return Judgement.skipped("the answer to the last fragment has no known " + BitsHeaders.ERROR_CONTEXT);
        }
        String seen = BitsHeaders.ERROR_CONTEXT + ": 0x" + Integer.toHexString(value.get());
        if (value.get() == ErrorContext.REMOTE_APPLICATION.value()) {
            return Judgement.held();
        }
        String what = "The notification failed, and the " + last.ack().get().status()
                + " answer to the Fragment with the last byte has " + seen + " where "
                + ErrorContext.REMOTE_APPLICATION.hex() + " is expected.";
        boolean ofApplication = Failure.SILENT.of(last)
                || last.notices().stream().anyMatch(notice -> notice.error().isPresent());
        return ofApplication || context.dialect() == Dialect.MC_BUP
                ? Judgement.broken(BitsHeaders.ERROR_CONTEXT + ": " + ErrorContext.REMOTE_APPLICATION.hex(), seen, what)
                : Judgement.observed(what);
    }
}
