package org.bitsconformance.judge.session;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.judge.history.Step.Reference;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;

/** What a server may understand from the {@code Content-Range} of a fragment that is not carried out. */
final class SentRange {

    private static final Pattern START = Pattern.compile("(\\d+)\\s*-");
    private static final Pattern LENIENT =
            Pattern.compile("bytes\\s+(\\d+)\\s*-\\s*(\\d+)\\s*/\\s*(\\d+|\\*)", Pattern.CASE_INSENSITIVE);

    private SentRange() {}

    /** Whether somebody may read the fragment as beginning where its session is not waiting for it. */
    static boolean mayBeOutOfSync(Step step) {
        if (!step.is(PacketType.FRAGMENT) || step.reference() != Reference.GIVEN) {
            return false;
        }
        Matcher start = START.matcher(value(step));
        Optional<BigInteger> expected = step.before().offset().map(BigInteger::valueOf);
        return start.find() && !expected.equals(Optional.of(new BigInteger(start.group(1))));
    }

    /**
     * Whether it is open if a range is valid: by RFC 2616 it may have spaces (2.1), an unknown total (14.16) and
     * numbers of any length, about which the documents say nothing.
     */
    static boolean mayBeValid(Step step) {
        Matcher range = LENIENT.matcher(value(step));
        if (!range.matches()) {
            return false;
        }
        BigInteger last = new BigInteger(range.group(2));
        boolean ascending = new BigInteger(range.group(1)).compareTo(last) <= 0;
        return ascending && (range.group(3).equals("*") || last.compareTo(new BigInteger(range.group(3))) < 0);
    }

    private static String value(Step step) {
        return step.request().headers().first(BitsHeaders.CONTENT_RANGE).orElse("");
    }
}
