package org.bitsconformance.reference.client;

import static org.bitsconformance.reference.client.Wrongly.adding;
import static org.bitsconformance.reference.client.Wrongly.dropping;
import static org.bitsconformance.reference.client.Wrongly.sending;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bitsconformance.protocol.BitsHeaders;

/** Faults of the range of a Fragment, and of the length of its body. */
enum RangeFault implements ClientFault {
    RANGE_MISSING(dropping(WhichPacket.fragment(), BitsHeaders.CONTENT_RANGE)),

    RANGE_MISSING_IN_SECOND(dropping(WhichPacket.fragment(2), BitsHeaders.CONTENT_RANGE)),

    RANGE_MISSING_IN_LAST(dropping(WhichPacket.lastFragment(), BitsHeaders.CONTENT_RANGE)),

    RANGE_UNDER_OTHER_NAME(
            sending(WhichPacket.fragment(), packet -> packet.rename(BitsHeaders.CONTENT_RANGE, "Range"))),

    RANGE_WITHOUT_UNIT(changing(WhichPacket.fragment(), range -> range.replace("bytes ", ""))),

    RANGE_OF_OTHER_UNIT(changing(WhichPacket.fragment(), range -> range.replace("bytes", "octets"))),

    RANGE_WITH_EQUALS(changing(WhichPacket.fragment(), range -> range.replace("bytes ", "bytes="))),

    RANGE_WITHOUT_TOTAL(changing(WhichPacket.fragment(), range -> range.replaceFirst("/.*", ""))),

    RANGE_WITHOUT_LAST(changing(WhichPacket.fragment(), range -> range.replaceFirst("-\\d+", "-"))),

    RANGE_REVERSED(changing(WhichPacket.fragment(), range -> range.replaceFirst("(\\d+)-(\\d+)", "$2-$1"))),

    RANGE_HEXADECIMAL(changing(WhichPacket.fragment(2), range -> range.replaceFirst("(\\d+)-(\\d+)", "0x2710-0x4e1f"))),

    RANGE_TWICE(adding(WhichPacket.fragment(2), BitsHeaders.CONTENT_RANGE, "bytes 0-9/10")),

    OFFSETS_FROM_1(Wrongly.both(
            changing(WhichPacket.fragment(), range -> moved(range, 1, 1)),
            Wrongly.choosing((turn, right, progress) -> turn.is(NextStep.FRAGMENT) ? NextStep.GIVE_UP : right))),

    OFFSETS_END_AT_TOTAL(changing(WhichPacket.lastFragment(), range -> moved(range, 0, 1))),

    TOTAL_UNKNOWN(changing(WhichPacket.fragment(), range -> range.replaceFirst("/.*", "/*"))),

    TOTAL_UNKNOWN_AT_FIRST(changing(WhichPacket.fragment(1), range -> range.replaceFirst("/.*", "/*"))),

    TOTAL_OF_FRAGMENTS(changing(WhichPacket.fragment(), range -> range.replaceFirst("/.*", "/" + (last(range) + 1)))),

    TOTAL_GROWS(changing(WhichPacket.fragment(2), range -> range + "0")),

    TOTAL_GROWS_AT_END(changing(
            WhichPacket.lastFragment(), range -> range.replaceFirst("/.*", "/" + (last(range) + 2)))),

    BODY_TOO_SHORT(sending(WhichPacket.fragment(), packet -> resized(packet, -1))),

    BODY_TOO_LONG(sending(WhichPacket.fragment(), packet -> resized(packet, 1))),

    BODY_TOO_SHORT_IN_LAST(sending(WhichPacket.lastFragment(), packet -> resized(packet, -1))),

    BODY_TOO_LONG_IN_SECOND(sending(WhichPacket.fragment(2), packet -> resized(packet, 100))),

    BODY_MISSING(sending(WhichPacket.fragment(), packet -> resized(packet, -packet.length())));

    private static final class Range {

        static final Pattern FORM = Pattern.compile("bytes (\\d+)-(\\d+)/(\\d+)");
    }

    @SuppressWarnings("ImmutableEnumChecker") // a conduct has no state
    private final ClientConduct conduct;

    RangeFault(ClientConduct conduct) {
        this.conduct = conduct;
    }

    @Override
    public ClientConduct conduct() {
        return conduct;
    }

    private static ClientConduct changing(WhichPacket when, UnaryOperator<String> change) {
        return sending(
                when,
                packet -> packet.set(BitsHeaders.CONTENT_RANGE, change.apply(packet.value(BitsHeaders.CONTENT_RANGE))));
    }

    private static String moved(String range, int first, int last) {
        Matcher matcher = matched(range);
        return "bytes " + (Integer.parseInt(matcher.group(1)) + first) + "-"
                + (Integer.parseInt(matcher.group(2)) + last) + "/" + matcher.group(3);
    }

    private static int last(String range) {
        return Integer.parseInt(matched(range).group(2));
    }

    private static Matcher matched(String range) {
        Matcher matcher = Range.FORM.matcher(range);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(range);
        }
        return matcher;
    }

    /** A body of more or fewer bytes, which Content-Length states. */
    private static OutgoingPacket resized(OutgoingPacket packet, int more) {
        byte[] body = Arrays.copyOf(packet.body(), packet.length() + more);
        return packet.body(body).set(BitsHeaders.CONTENT_LENGTH, String.valueOf(body.length));
    }
}
