package org.bitsconformance.judge.create;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.bitsconformance.judge.AckRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.ack.FieldForms;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.http.Answer;

/**
 * The host id is a host name or an address (RFC 1738 section 5; RFC 2373 appendix B). A port, brackets around an
 * address, and underscores, which names of servers have, pass. A value that is too long is for another rule.
 */
public final class HostIdHasForm implements AckRule {

    private static final int LONGEST = 255 + ":65535".length();
    private static final Pattern PORT = Pattern.compile(":\\d{1,5}$");
    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?");
    private static final String GROUPS = "[0-9A-Fa-f]{1,4}(?::[0-9A-Fa-f]{1,4}){0,7}";
    private static final Pattern IPV6 =
            Pattern.compile("(?:G|(?:G)?::(?:G)?)(?::?\\d{1,3}(?:\\.\\d{1,3}){3})?".replace("G", GROUPS));

    @Override
    public String requirement() {
        return "create-session.host-id.form";
    }

    @Override
    public Judgement judge(Step step, Answer ack, Context context) {
        return step.is(PacketType.CREATE_SESSION) && ack.headers().has(BitsHeaders.HOST_ID)
                ? FieldForms.oneValue(
                        step,
                        ack,
                        BitsHeaders.HOST_ID,
                        "a host name or an address",
                        value -> value.length() > HostIdIsShort.LONGEST || hostOrAddress(value))
                : Judgement.outOfScope();
    }

    static boolean hostOrAddress(String value) {
        String host = PORT.matcher(value).replaceFirst("");
        return value.length() <= LONGEST
                && (IPV6.matcher(value).matches()
                        || (host.startsWith("[")
                                && host.endsWith("]")
                                && IPV6.matcher(inside(host)).matches())
                        || Arrays.stream(host.replaceFirst("\\.$", "").split("\\.", -1))
                                .allMatch(LABEL.asMatchPredicate()));
    }

    private static String inside(String brackets) {
        return brackets.substring(1, brackets.length() - 1);
    }
}
