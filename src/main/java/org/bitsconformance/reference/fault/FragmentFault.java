package org.bitsconformance.reference.fault;

import static org.bitsconformance.reference.fault.Deviations.adding;
import static org.bitsconformance.reference.fault.Deviations.answering;
import static org.bitsconformance.reference.fault.Deviations.delivering;
import static org.bitsconformance.reference.fault.Deviations.dropping;
import static org.bitsconformance.reference.fault.Deviations.lapsing;
import static org.bitsconformance.reference.fault.Deviations.overlooking;
import static org.bitsconformance.reference.fault.Deviations.publishing;
import static org.bitsconformance.reference.fault.Deviations.refusing;
import static org.bitsconformance.reference.fault.Deviations.renaming;
import static org.bitsconformance.reference.fault.Deviations.rewriting;
import static org.bitsconformance.reference.fault.Deviations.setting;
import static org.bitsconformance.reference.fault.Deviations.takingRanges;
import static org.bitsconformance.reference.fault.Deviations.writingOffset;

import java.util.List;
import java.util.Set;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.Hresult;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.reference.http.Delivery;
import org.bitsconformance.reference.http.StatusCode;
import org.bitsconformance.reference.server.CombinedConduct;
import org.bitsconformance.reference.server.Conduct;
import org.bitsconformance.reference.server.Misbehaviour;
import org.bitsconformance.reference.server.Refusal;

/** Faults that concern fragments. */
public enum FragmentFault implements Fault {
    FRAGMENT_ANSWERED_202(
            "A Fragment succeeds with 202", "202", answering(When.accepted(PacketType.FRAGMENT), StatusCode.ACCEPTED)),

    RECEIVED_RANGE_MISSING(
            "Acks do not say which byte is expected next",
            "BITS-Received-Content-Range",
            dropping(When.ALWAYS, BitsHeaders.RECEIVED_CONTENT_RANGE)),

    RECEIVED_RANGE_MISSPELT(
            "The next byte is in a header named BITS-Recieved-Content-Range",
            "BITS-Received-Content-Range",
            renaming(BitsHeaders.RECEIVED_CONTENT_RANGE, "BITS-Recieved-Content-Range")),

    RECEIVED_RANGE_LAST_BYTE(
            "Acks name the last byte received as the one expected next",
            "BITS-Received-Content-Range",
            writingOffset(next -> String.valueOf(next - 1))),

    RECEIVED_RANGE_AS_RANGE(
            "Acks write a range where an offset belongs",
            "BITS-Received-Content-Range",
            writingOffset(next -> "0-" + (next - 1))),

    GAP_ACCEPTED(
            "A Fragment after a gap is accepted, and the gap filled with zeros",
            "416",
            lapsing(Misbehaviour.FILLS_GAPS)),

    GAP_INSIDE_ACCEPTED(
            "A Fragment after a gap is accepted unless it is the last, and the gap filled with zeros",
            "416",
            overlooking(Refusal.GAP, Packets.BEFORE_THE_LAST)),

    GAP_ANSWERED_400(
            "A Fragment after a gap is refused with 400",
            "416",
            answering(When.refusedFor(Refusal.GAP), StatusCode.BAD_REQUEST, Hresult.E_INVALIDARG)),

    GAP_WRONG_OFFSET(
            "A Fragment after a gap is told to go on where it started",
            "BITS-Received-Content-Range",
            rewriting(When.refusedFor(Refusal.GAP), FaultyValues::offsetOfPacket)),

    OVERLAP_STORED_TWICE(
            "Bytes that come twice are stored twice", "bytes", lapsing(Misbehaviour.STORES_OVERLAPS_TWICE)),

    OVERLAP_OVERWRITES(Defect.outsideMessages(
            "Bytes that are sent again replace those that had arrived",
            "bytes",
            lapsing(Misbehaviour.OVERWRITES_OVERLAPS))),

    CHANGED_TOTAL_ACCEPTED("The total length may change between Fragments", "400", overlooking(Refusal.OTHER_TOTAL)),

    WRONG_LENGTH_ACCEPTED(
            "A Fragment is accepted although its body is not as long as its range",
            "400",
            overlooking(Refusal.OTHER_LENGTH)),

    REPLY_URL_ON_SIMPLE_UPLOAD(
            "Acks to Fragments of a simple upload name a reply",
            "BITS-Reply-URL",
            setting(When.accepted(PacketType.FRAGMENT), BitsHeaders.REPLY_URL, "http://127.0.0.1/reply")),

    REPLY_URL_RELATIVE(
            "The URL of a reply is a relative path with back-slashes; shows with --reply",
            "BITS-Reply-URL",
            setting(
                    When.ALWAYS.and(ack -> ack.answer().headers().contains(BitsHeaders.REPLY_URL)),
                    BitsHeaders.REPLY_URL,
                    "upload\\replies\\1.txt")),

    FRAGMENT_GARBAGE_ANSWER(Defect.outsideMessages(
            "Fragments are answered with bytes that are not HTTP",
            "Fragment",
            delivering(When.answerTo(PacketType.FRAGMENT), Delivery.GARBAGE))),

    FRAGMENT_CLOSES_CONNECTION(Defect.outsideMessages(
            "Fragments are answered by closing the connection",
            "Fragment",
            delivering(When.answerTo(PacketType.FRAGMENT), Delivery.EMPTY))),

    OVERLAP_ANSWERED_400(
            "A Fragment that overlaps the bytes received is refused with 400",
            "400",
            refusing(Packets.OVERLAPPING, Refusal.UNDESERVED)),

    REPEATED_LAST_FRAGMENT_ANSWERED_500(
            "The last Fragment, sent again, is answered 500",
            "500",
            refusing(Packets.REPEATING_THE_LAST, Refusal.FAILURE)),

    RANGES_NOT_CHECKED(
            "The range of a Fragment is not checked: not against the next byte, its body, or the earlier total",
            "200",
            new CombinedConduct(List.of(
                    lapsing(Misbehaviour.FILLS_GAPS), overlooking(Set.of(Refusal.OTHER_TOTAL, Refusal.OTHER_LENGTH))))),

    MALFORMED_RANGE_ACCEPTED(
            "A Fragment without a range, or with a malformed one, is treated as the next one",
            "400",
            overlooking(Refusal.RANGE_INVALID)),

    RANGE_PAST_TOTAL_ACCEPTED(
            "A Fragment that begins at the next byte and ends past its total is accepted",
            "400",
            overlooking(Refusal.RANGE_INVALID, Packets.ENDING_PAST_THE_TOTAL)),

    EMPTY_RANGE_ACCEPTED(
            "A Fragment without bytes, whose range ends before it begins, is accepted",
            "400",
            overlooking(Refusal.RANGE_INVALID, Packets.ENDING_BEFORE_IT_BEGINS)),

    MALFORMED_RANGE_ANSWERED_416(
            "A Fragment without a range, or with a malformed one, is answered 416",
            "416",
            answering(When.refusedFor(Refusal.RANGE_INVALID), StatusCode.RANGE_NOT_SATISFIABLE)),

    MALFORMED_RANGE_ANSWERED_500(
            "A Fragment without a range, or with a malformed one, is answered 500",
            "500",
            answering(When.refusedFor(Refusal.RANGE_INVALID), StatusCode.INTERNAL_SERVER_ERROR)),

    RANGES_COMPARED_AS_TEXT(
            "The numbers of a range are compared as text, so that 999 is more than 1000",
            "Fragment",
            refusing(Packets.NEXT.and(Packets.stating(range -> !range.isInOrderAsText())), Refusal.RANGE_INVALID)),

    RANGES_KNOWN_IN_ONE_SPELLING(
            "A range is accepted only as bytes, one space and numbers without leading zeros",
            "Fragment",
            refusing(Packets.NEXT.and(Packets::isRangeInOtherSpelling), Refusal.RANGE_INVALID)),

    BINARY_CONTENT_ANSWERED_500(
            "A Fragment with bytes that are not UTF-8 is answered 500",
            "500",
            refusing(Packets.NEXT.and(Packets::isNoText), Refusal.FAILURE)),

    BINARY_CONTENT_MANGLED(
            "Fragments are stored as text, with a replacement for each byte that is not UTF-8",
            "bytes",
            publishing(FaultyValues::asText)),

    FRAGMENTS_WRITTEN_AT_START(
            "Every Fragment is written at the start of the file", "bytes", publishing(FaultyValues::fromStart)),

    FRAGMENTS_WRITTEN_A_BYTE_LATE(
            "Every Fragment but the first is written a byte after its place",
            "bytes",
            publishing(FaultyValues::aByteLate)),

    UPLOAD_LIMIT_IGNORED("Uploads over the limit are accepted", "maxUpload", overlooking(Refusal.TOO_LARGE)),

    TOO_LARGE_OTHER_CODE(
            "What is too large is called an invalid argument",
            "0x80200020",
            answering(When.refusedFor(Refusal.TOO_LARGE), StatusCode.INTERNAL_SERVER_ERROR, Hresult.E_INVALIDARG)),

    TOO_LARGE_ANSWERED_404(
            "What is too large is answered 404",
            "404",
            answering(When.refusedFor(Refusal.TOO_LARGE), StatusCode.NOT_FOUND)),

    OFFSETS_WRAP_AT_2_31(
            "Offsets and totals are counted modulo 2^31", "Fragment", takingRanges(range -> range.modulo(1L << 31))),

    OFFSETS_WRAP_AT_2_32(
            "Offsets and totals are counted modulo 2^32", "Fragment", takingRanges(range -> range.modulo(1L << 32))),

    TOTAL_OVER_4_GIB_REFUSED(
            "A Fragment of an upload over 4 GiB is refused with 400",
            "400",
            refusing(Packets.stating(range -> range.total() >= 1L << 32), Refusal.UNDESERVED)),

    RECEIVED_RANGE_TWICE(
            "Acks name two bytes that are expected next",
            "BITS-Received-Content-Range",
            adding(
                    When.ALWAYS.and(ack -> ack.answer().headers().contains(BitsHeaders.RECEIVED_CONTENT_RANGE)),
                    BitsHeaders.RECEIVED_CONTENT_RANGE,
                    "7"));

    @SuppressWarnings("ImmutableEnumChecker") // a conduct has no state
    private final Defect defect;

    FragmentFault(String title, String tellTale, Conduct conduct) {
        this(new Defect(title, tellTale, conduct));
    }

    FragmentFault(Defect defect) {
        this.defect = defect;
    }

    @Override
    public Defect defect() {
        return defect;
    }
}
