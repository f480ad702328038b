package org.bitsconformance.judge.create;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bitsconformance.judge.AckRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.FieldForms;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.Guid;

/** A session id is a GUID in braces by MC-BUP; by the Win32 pages, any HTTP-legal string of up to 100 characters. */
public final class SessionIdHasForm implements AckRule {

    private static final int LONGEST = 100;
    private static final Pattern HTTP_LEGAL = Pattern.compile("[\\t\\x20-\\x7E\\x80-\\xFF]*");

    @Override
    public String requirement() {
        return "create-session.session-id.form";
    }

    @Override
    public Judgement judge(Step step, Answer ack, Context context) {
        Optional<String> id = ack.headers().first(BitsHeaders.SESSION_ID).filter(value -> !value.isEmpty());
        if (!step.is(PacketType.CREATE_SESSION) || !ack.success() || id.isEmpty()) {
            return Judgement.outOfScope();
        }
        List<String> different =
                ack.headers().all(BitsHeaders.SESSION_ID).stream().distinct().toList();
        if (different.size() > 1) {
            return FieldForms.wrong(step, ack, BitsHeaders.SESSION_ID, String.join(", ", different), "one session id");
        }
        if (Guid.isInBraces(id.get())) {
            return Judgement.held();
        }
        if (!context.dialect().admits(Document.WIN32)) {
            return FieldForms.wrong(step, ack, BitsHeaders.SESSION_ID, id.get(), "a GUID in curly braces");
        }
        return id.get().length() <= LONGEST && HTTP_LEGAL.matcher(id.get()).matches()
                ? Judgement.held()
                : FieldForms.wrong(
                        step,
                        ack,
                        BitsHeaders.SESSION_ID,
                        id.get() + " (" + id.get().length() + " characters)",
                        "a GUID in curly braces or an HTTP-legal string of up to 100 characters");
    }
}
