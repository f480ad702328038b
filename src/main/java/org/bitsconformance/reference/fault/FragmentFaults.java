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
import org.bitsconformance.reference.server.Misbehaviour;
import org.bitsconformance.reference.server.Refusal;

/** Faults that concern fragments. */
final class FragmentFaults {

    static final Defect FRAGMENT_ANSWERED_202 = new Defect(
            "A Fragment succeeds with 202", "202", answering(When.accepted(PacketType.FRAGMENT), StatusCode.ACCEPTED));

    static final Defect RECEIVED_RANGE_MISSING = new Defect(
            "Acks do not say which byte is expected next",
            "BITS-Received-Content-Range",
            dropping(When.ALWAYS, BitsHeaders.RECEIVED_CONTENT_RANGE));

    static final Defect RECEIVED_RANGE_MISSPELT = new Defect(
            "The next byte is in a header named BITS-Recieved-Content-Range",
            "BITS-Received-Content-Range",
            renaming(BitsHeaders.RECEIVED_CONTENT_RANGE, "BITS-Recieved-Content-Range"));

    static final Defect RECEIVED_RANGE_LAST_BYTE = new Defect(
            "Acks name the last byte received as the one expected next",
            "BITS-Received-Content-Range",
            writingOffset(next -> String.valueOf(next - 1)));

    static final Defect RECEIVED_RANGE_AS_RANGE = new Defect(
            "Acks write a range where an offset belongs",
            "BITS-Received-Content-Range",
            writingOffset(next -> "0-" + (next - 1)));

    static final Defect GAP_ACCEPTED = new Defect(
            "A Fragment after a gap is accepted, and the gap filled with zeros",
            "416",
            lapsing(Misbehaviour.FILLS_GAPS));

    static final Defect GAP_INSIDE_ACCEPTED = new Defect(
            "A Fragment after a gap is accepted unless it is the last, and the gap filled with zeros",
            "416",
            overlooking(Refusal.GAP, Packets.BEFORE_THE_LAST));

    static final Defect GAP_ANSWERED_400 = new Defect(
            "A Fragment after a gap is refused with 400",
            "416",
            answering(When.refusedFor(Refusal.GAP), StatusCode.BAD_REQUEST, Hresult.E_INVALIDARG));

    static final Defect GAP_WRONG_OFFSET = new Defect(
            "A Fragment after a gap is told to go on where it started",
            "BITS-Received-Content-Range",
            rewriting(When.refusedFor(Refusal.GAP), FaultyValues::offsetOfPacket));

    static final Defect OVERLAP_STORED_TWICE =
            new Defect("Bytes that come twice are stored twice", "bytes", lapsing(Misbehaviour.STORES_OVERLAPS_TWICE));

    static final Defect OVERLAP_OVERWRITES = new Defect(
            "Bytes that come again take the place of those that had arrived",
            "bytes",
            lapsing(Misbehaviour.OVERWRITES_OVERLAPS));

    static final Defect CHANGED_TOTAL_ACCEPTED =
            new Defect("The total length may change between Fragments", "400", overlooking(Refusal.OTHER_TOTAL));

    static final Defect WRONG_LENGTH_ACCEPTED = new Defect(
            "A Fragment is accepted though its body is not as long as its range",
            "400",
            overlooking(Refusal.OTHER_LENGTH));

    static final Defect REPLY_URL_ON_SIMPLE_UPLOAD = new Defect(
            "Fragments of a simple upload are told of a reply",
            "BITS-Reply-URL",
            setting(When.accepted(PacketType.FRAGMENT), BitsHeaders.REPLY_URL, "http://127.0.0.1/reply"));

    static final Defect REPLY_URL_RELATIVE = new Defect(
            "The URL of a reply is a relative path with back-slashes; shows with --reply",
            "BITS-Reply-URL",
            setting(
                    When.ALWAYS.and(ack -> ack.answer().headers().contains(BitsHeaders.REPLY_URL)),
                    BitsHeaders.REPLY_URL,
                    "upload\\replies\\1.txt"));

    static final Defect FRAGMENT_GARBAGE_ANSWER = new Defect(
            "Fragments are answered with bytes that are not HTTP",
            "Fragment",
            delivering(When.answerTo(PacketType.FRAGMENT), Delivery.GARBAGE));

    static final Defect FRAGMENT_CLOSES_CONNECTION = new Defect(
            "Fragments are answered by closing the connection",
            "Fragment",
            delivering(When.answerTo(PacketType.FRAGMENT), Delivery.EMPTY));

    static final Defect OVERLAP_ANSWERED_400 = new Defect(
            "A Fragment that overlaps the bytes received is refused with 400",
            "400",
            refusing(Packets.OVERLAPPING, Refusal.UNDESERVED));

    static final Defect REPEATED_LAST_FRAGMENT_ANSWERED_500 = new Defect(
            "The last Fragment, sent again, is answered 500",
            "500",
            refusing(Packets.REPEATING_THE_LAST, Refusal.FAILURE));

    static final Defect RANGES_NOT_CHECKED = new Defect(
            "The range of a Fragment is held against nothing: not the next byte, not its body, not the total before",
            "200",
            new CombinedConduct(List.of(
                    lapsing(Misbehaviour.FILLS_GAPS), overlooking(Set.of(Refusal.OTHER_TOTAL, Refusal.OTHER_LENGTH)))));

    static final Defect MALFORMED_RANGE_ACCEPTED = new Defect(
            "A Fragment without a range, or with a malformed one, is taken for the next",
            "400",
            overlooking(Refusal.RANGE_INVALID));

    static final Defect RANGE_PAST_TOTAL_ACCEPTED = new Defect(
            "A Fragment that begins at the next byte and ends past its total is accepted",
            "400",
            overlooking(Refusal.RANGE_INVALID, Packets.ENDING_PAST_THE_TOTAL));

    static final Defect EMPTY_RANGE_ACCEPTED = new Defect(
            "A Fragment without bytes, whose range ends before it begins, is accepted",
            "400",
            overlooking(Refusal.RANGE_INVALID, Packets.ENDING_BEFORE_IT_BEGINS));

    static final Defect MALFORMED_RANGE_ANSWERED_416 = new Defect(
            "A Fragment without a range, or with a malformed one, is answered 416",
            "416",
            answering(When.refusedFor(Refusal.RANGE_INVALID), StatusCode.RANGE_NOT_SATISFIABLE));

    static final Defect MALFORMED_RANGE_ANSWERED_500 = new Defect(
            "A Fragment without a range, or with a malformed one, is answered 500",
            "500",
            answering(When.refusedFor(Refusal.RANGE_INVALID), StatusCode.INTERNAL_SERVER_ERROR));

    static final Defect RANGES_COMPARED_AS_TEXT = new Defect(
            "The numbers of a range are compared as text, so that 999 is more than 1000",
            "Fragment",
            refusing(Packets.NEXT.and(Packets.stating(range -> !range.isInOrderAsText())), Refusal.RANGE_INVALID));

    static final Defect RANGES_KNOWN_IN_ONE_SPELLING = new Defect(
            "A range is known only as bytes, one blank and numbers without leading zeros",
            "Fragment",
            refusing(Packets.NEXT.and(Packets::isRangeInOtherSpelling), Refusal.RANGE_INVALID));

    static final Defect BINARY_CONTENT_ANSWERED_500 = new Defect(
            "A Fragment with bytes that are no UTF-8 is answered 500",
            "500",
            refusing(Packets.NEXT.and(Packets::isNoText), Refusal.FAILURE));

    static final Defect BINARY_CONTENT_MANGLED = new Defect(
            "Fragments are stored as text, with a replacement for each byte that is no UTF-8",
            "bytes",
            publishing(FaultyValues::asText));

    static final Defect FRAGMENTS_WRITTEN_AT_START = new Defect(
            "Every Fragment is written at the start of the file", "bytes", publishing(FaultyValues::fromStart));

    static final Defect FRAGMENTS_WRITTEN_A_BYTE_LATE = new Defect(
            "Every Fragment but the first is written a byte after its place",
            "bytes",
            publishing(FaultyValues::aByteLate));

    static final Defect UPLOAD_LIMIT_IGNORED =
            new Defect("Uploads over the limit are accepted", "maxUpload", overlooking(Refusal.TOO_LARGE));

    static final Defect TOO_LARGE_OTHER_CODE = new Defect(
            "What is too large is called an invalid argument",
            "0x80200020",
            answering(When.refusedFor(Refusal.TOO_LARGE), StatusCode.INTERNAL_SERVER_ERROR, Hresult.E_INVALIDARG));

    static final Defect TOO_LARGE_ANSWERED_404 = new Defect(
            "What is too large is answered 404",
            "404",
            answering(When.refusedFor(Refusal.TOO_LARGE), StatusCode.NOT_FOUND));

    static final Defect OFFSETS_WRAP_AT_2_31 = new Defect(
            "Offsets and totals are counted modulo 2^31", "Fragment", takingRanges(range -> range.modulo(1L << 31)));

    static final Defect OFFSETS_WRAP_AT_2_32 = new Defect(
            "Offsets and totals are counted modulo 2^32", "Fragment", takingRanges(range -> range.modulo(1L << 32)));

    static final Defect TOTAL_OVER_4_GIB_REFUSED = new Defect(
            "A Fragment of an upload over 4 GiB is refused with 400",
            "400",
            refusing(Packets.stating(range -> range.total() >= 1L << 32), Refusal.UNDESERVED));

    static final Defect RECEIVED_RANGE_TWICE = new Defect(
            "Acks name two bytes that are expected next",
            "BITS-Received-Content-Range",
            adding(
                    When.ALWAYS.and(ack -> ack.answer().headers().contains(BitsHeaders.RECEIVED_CONTENT_RANGE)),
                    BitsHeaders.RECEIVED_CONTENT_RANGE,
                    "7"));

    private FragmentFaults() {}
}
