package org.bitsconformance.reference.fault;

import static org.bitsconformance.reference.fault.Deviations.downloading;
import static org.bitsconformance.reference.fault.Deviations.lapsing;
import static org.bitsconformance.reference.fault.Deviations.servingRanges;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.reference.http.ByteRange;
import org.bitsconformance.reference.http.Delivery;
import org.bitsconformance.reference.http.RangeHeader;
import org.bitsconformance.reference.http.ReceivedPacket;
import org.bitsconformance.reference.http.ServerAnswer;
import org.bitsconformance.reference.http.StatusCode;
import org.bitsconformance.reference.server.Conduct;
import org.bitsconformance.reference.server.Misbehaviour;
import org.bitsconformance.reference.server.ReplyDownloads;

/** Faults in the answers to GET and HEAD. */
public enum DownloadFault implements Fault {
    DOWNLOAD_HEAD_ANSWERED_405(
            "HEAD is answered 405",
            "HEAD",
            downloading(
                    DownloadFault::isHead,
                    (asked, right) ->
                            ServerAnswer.empty(StatusCode.METHOD_NOT_ALLOWED).with("Allow", "GET"))),

    DOWNLOAD_WITHOUT_CONTENT_LENGTH(Defect.ofSocket(
            "Downloads have no Content-Length; chunks frame them",
            "Content-Length",
            downloading(
                    DownloadFault::succeeds,
                    (asked, right) -> right.without(BitsHeaders.CONTENT_LENGTH).by(Delivery.CHUNKED)))),

    DOWNLOAD_CUT_SHORT(Defect.ofSocket(
            "Downloads end in the middle of their body",
            "bytes",
            downloading(DownloadFault::succeeds, (asked, right) -> right.by(Delivery.CUT_SHORT)))),

    DOWNLOAD_WITHOUT_LAST_MODIFIED(
            "Downloads do not say when the file was changed",
            "Last-Modified",
            downloading(DownloadFault::always, (asked, right) -> right.without(ReplyDownloads.LAST_MODIFIED))),

    DOWNLOAD_LAST_MODIFIED_NO_DATE(
            "Last-Modified of downloads is not a date",
            "Last-Modified",
            downloading(
                    DownloadFault::succeeds, (asked, right) -> right.with(ReplyDownloads.LAST_MODIFIED, "yesterday"))),

    DOWNLOAD_LAST_MODIFIED_NOW(
            "Last-Modified of downloads is the time of the request",
            "Last-Modified",
            downloading(
                    DownloadFault::succeeds,
                    (asked, right) -> right.with(ReplyDownloads.LAST_MODIFIED, ReplyDownloads.date(Instant.now()))
                            .with("Date", ReplyDownloads.date(Instant.now())))),

    DOWNLOAD_HEAD_OTHER_LENGTH(Defect.ofSocket(
            "HEAD states a Content-Length of one byte more than GET",
            "Content-Length",
            downloading(
                    DownloadFault::isHead,
                    (asked, right) -> right.with(
                            BitsHeaders.CONTENT_LENGTH,
                            String.valueOf(right.body().length() + 1))))),

    DOWNLOAD_HEAD_WITHOUT_LAST_MODIFIED(
            "HEAD does not say when the file was changed, and GET does",
            "Last-Modified",
            downloading(DownloadFault::isHead, (asked, right) -> right.without(ReplyDownloads.LAST_MODIFIED))),

    DOWNLOAD_RANGE_IGNORED(
            "A GET for one range of bytes is answered with the whole file",
            "206",
            servingRanges((asked, length) -> asked.filter(ranges -> ranges.size() != 1))),

    DOWNLOAD_WITHOUT_CONTENT_RANGE(
            "An answer with one range of bytes does not say which",
            "Content-Range",
            downloading(DownloadFault::hasOneRange, (asked, right) -> right.without(ReplyDownloads.CONTENT_RANGE))),

    DOWNLOAD_CONTENT_RANGE_OTHER_TOTAL(
            "Content-Range of an answer with one range of bytes has a length of the file that is not its own",
            "Content-Range",
            downloading(
                    DownloadFault::hasOneRange,
                    (asked, right) -> right.with(
                            ReplyDownloads.CONTENT_RANGE,
                            right.headers()
                                            .first(ReplyDownloads.CONTENT_RANGE)
                                            .orElse("")
                                            .replaceFirst("/.*", "/")
                                    + "999999999"))),

    DOWNLOAD_RANGE_SHIFTED(
            "Ranges of bytes are those that begin one byte later", "bytes", lapsing(Misbehaviour.SHIFTS_RANGES)),

    DOWNLOAD_RANGES_MERGED(
            "Byte ranges that touch or overlap are merged",
            "range",
            servingRanges((asked, length) -> asked.map(DownloadFault::merged))),

    DOWNLOAD_RANGES_SORTED(
            "Ranges of bytes come in ascending order whatever the request says",
            "order",
            servingRanges((asked, length) -> asked.map(ranges -> ranges.stream()
                    .sorted(Comparator.comparingInt(ByteRange::first))
                    .toList()))),

    DOWNLOAD_RANGES_FIRST_ALONE(
            "Only the first of several byte ranges is sent",
            "range",
            servingRanges((asked, length) ->
                    asked.map(ranges -> ranges.stream().limit(1).toList()))),

    DOWNLOAD_RANGES_AS_WHOLE(
            "A GET for several ranges of bytes is answered with the whole file",
            "206",
            servingRanges((asked, length) -> asked.filter(ranges -> ranges.size() <= 1))),

    DOWNLOAD_RANGES_FIRST_PART_ALONE(
            "Only the first of several byte ranges is sent, as a part",
            "range",
            lapsing(Misbehaviour.SENDS_FIRST_PART_ALONE)),

    DOWNLOAD_RANGES_WITH_MORE(
            "The first of several byte ranges is repeated at the end",
            "and no others",
            servingRanges((asked, length) -> asked.map(ranges -> ranges.size() < 2
                    ? ranges
                    : Stream.concat(ranges.stream(), ranges.stream().limit(1)).toList()))),

    DOWNLOAD_PARTS_UNCLOSED(
            "An answer with several ranges lacks the boundary after its last part",
            "boundaries",
            lapsing(Misbehaviour.LEAVES_PARTS_OPEN)),

    DOWNLOAD_PARTS_UNTYPED(
            "The parts of an answer with several ranges have no Content-Type",
            "Content-Type",
            lapsing(Misbehaviour.LEAVES_PARTS_UNTYPED)),

    DOWNLOAD_PARTS_BULKY(
            "The parts of an answer with several ranges have over 200 bytes of other headers",
            "180",
            lapsing(Misbehaviour.LOADS_PARTS)),

    DOWNLOAD_PARTS_PADDED(
            "There are five line ends before the first part of an answer with several ranges",
            "line",
            lapsing(Misbehaviour.PADS_PARTS)),

    DOWNLOAD_UNSATISFIABLE_ANSWERED_500(
            "A GET for a range beyond the end of the file is answered 500",
            "416",
            downloading(
                    DownloadFault::cannotBeSatisfied,
                    (asked, right) -> ServerAnswer.empty(StatusCode.INTERNAL_SERVER_ERROR))),

    DOWNLOAD_UNSATISFIABLE_ANSWERED_206(
            "A GET for a range beyond the end of the file is answered with its last byte",
            "416",
            servingRanges((asked, length) -> asked.map(ranges ->
                    ranges.isEmpty() && length > 0 ? List.of(new ByteRange(length - 1, length - 1)) : ranges))),

    DOWNLOAD_MALFORMED_RANGE_ANSWERED_500(
            "A GET with a malformed Range is answered 500",
            "500",
            downloading(
                    (asked, right) -> asked.headers().all(RangeHeader.NAME).stream()
                            .anyMatch(value ->
                                    RangeHeader.parse(value, Integer.MAX_VALUE).isEmpty()),
                    (asked, right) -> ServerAnswer.empty(StatusCode.INTERNAL_SERVER_ERROR))),

    DOWNLOAD_UNKNOWN_HEADER_ANSWERED_400(
            "A GET or HEAD with an unknown header is answered 400",
            "400",
            downloading(
                    (asked, right) -> asked.headers().fields().stream()
                            .anyMatch(header -> !usual().contains(header.name().toLowerCase(Locale.ROOT))),
                    (asked, right) -> ServerAnswer.empty(StatusCode.BAD_REQUEST)));

    @SuppressWarnings("ImmutableEnumChecker") // a conduct has no state
    private final Defect defect;

    DownloadFault(String title, String tellTale, Conduct conduct) {
        this(new Defect(title, tellTale, conduct));
    }

    DownloadFault(Defect defect) {
        this.defect = defect;
    }

    @Override
    public Defect defect() {
        return defect;
    }

    /** Header fields of a request that a server has probably seen before. */
    private static Set<String> usual() {
        return Set.of(
                "accept",
                "accept-encoding",
                "authorization",
                "cache-control",
                "connection",
                "content-length",
                "host",
                "if-range",
                "keep-alive",
                "pragma",
                "range",
                "user-agent");
    }

    private static boolean always(ReceivedPacket asked, ServerAnswer right) {
        return true;
    }

    private static boolean isHead(ReceivedPacket asked, ServerAnswer right) {
        return asked.verb().equals("HEAD");
    }

    private static boolean succeeds(ReceivedPacket asked, ServerAnswer right) {
        return !right.status().isError();
    }

    private static boolean hasOneRange(ReceivedPacket asked, ServerAnswer right) {
        return right.status() == StatusCode.PARTIAL_CONTENT && right.headers().contains(ReplyDownloads.CONTENT_RANGE);
    }

    private static boolean cannotBeSatisfied(ReceivedPacket asked, ServerAnswer right) {
        return right.status() == StatusCode.RANGE_NOT_SATISFIABLE;
    }

    private static List<ByteRange> merged(List<ByteRange> ranges) {
        List<ByteRange> merged = new ArrayList<>();
        for (ByteRange range : ranges) {
            Optional<ByteRange> before =
                    merged.isEmpty() ? Optional.empty() : Optional.of(merged.get(merged.size() - 1));
            boolean meets = before.filter(
                            other -> range.first() <= other.last() + 1 && other.first() <= range.last() + 1)
                    .isPresent();
            if (meets) {
                ByteRange other = merged.remove(merged.size() - 1);
                merged.add(new ByteRange(Math.min(other.first(), range.first()), Math.max(other.last(), range.last())));
            } else {
                merged.add(range);
            }
        }
        return merged;
    }
}
