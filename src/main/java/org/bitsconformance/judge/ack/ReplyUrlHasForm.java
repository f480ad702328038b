package org.bitsconformance.judge.ack;

import java.util.regex.Pattern;
import org.bitsconformance.judge.AckRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.FieldForms;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.Excerpt;
import org.bitsconformance.transcript.http.ReplyUrl;

/** The reply's place is given as a URL; Windows has been seen to send a relative path with backslashes (MC-BUP 4.2). */
public final class ReplyUrlHasForm implements AckRule {

    private static final Pattern PATH_OF_WINDOWS = Pattern.compile("[^:/\\\\][^:/]*\\\\[^:/]*");

    @Override
    public String requirement() {
        return "fragment.reply-url.form";
    }

    @Override
    public Judgement judge(Step step, Answer ack, Context context) {
        String name = BitsHeaders.REPLY_URL;
        String url = ack.headers().first(name).orElse("");
        if (!step.is(PacketType.FRAGMENT)
                || !context.uploadReply()
                || !ack.headers().has(name)) {
            return Judgement.outOfScope();
        }
        return context.dialect() == Dialect.WINDOWS
                        && PATH_OF_WINDOWS.matcher(url).matches()
                ? Judgement.observed("The " + ack.status() + " answer to " + step.packet() + " has " + name + ": "
                        + Excerpt.of(url) + ", a relative path with back-slashes, as in the traffic of Windows in"
                        + " MC-BUP 4.2.")
                : FieldForms.oneValue(step, ack, name, "a URL", ReplyUrl::isWritten);
    }
}
