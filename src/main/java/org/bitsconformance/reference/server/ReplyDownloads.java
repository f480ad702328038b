package org.bitsconformance.reference.server;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bitsconformance.reference.http.ByteRange;
import org.bitsconformance.reference.http.Bytes;
import org.bitsconformance.reference.http.RangeHeader;
import org.bitsconformance.reference.http.ReceivedPacket;
import org.bitsconformance.reference.http.ServerAnswer;
import org.bitsconformance.reference.http.StatusCode;
import org.bitsconformance.reference.http.StoredFile;

/** Answers GET and HEAD for a file (MC-BUP 3.5.5). For HEAD, the code that sends the answer leaves out the body. */
public record ReplyDownloads(Conduct conduct) {

    public static final String LAST_MODIFIED = "Last-Modified";
    public static final String CONTENT_RANGE = "Content-Range";

    /** The form of dates that RFC 2616 3.3.1 prefers. */
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /** If several ranges have more bytes than this, the whole file is sent instead. */
    private static final long MOST_BYTES_OF_RANGES = 64L << 20;

    ServerAnswer answer(ReceivedPacket asked, StoredFile file) {
        Bytes content = file.content();
        ServerAnswer whole = ServerAnswer.empty(StatusCode.OK)
                .with("Content-Type", "application/octet-stream")
                .with("Accept-Ranges", "bytes")
                .with(LAST_MODIFIED, date(file.changed()))
                .with(content);
        return conduct.download(
                asked,
                conduct.ranges(rangesOf(asked, whole), content.length())
                        .map(ranges -> answer(whole, content, ranges))
                        .orElse(whole));
    }

    public static String date(Instant time) {
        return DATE.format(time);
    }

    /** The requested ranges; empty to send the whole file. */
    private static Optional<List<ByteRange>> rangesOf(ReceivedPacket asked, ServerAnswer whole) {
        boolean outdated = asked.headers()
                .first("If-Range")
                .filter(date -> !whole.headers().all(LAST_MODIFIED).contains(date))
                .isPresent();
        List<String> values = asked.headers().all(RangeHeader.NAME);
        return values.isEmpty() || outdated
                ? Optional.empty()
                : RangeHeader.parse(String.join(",", values), whole.body().length())
                        .filter(ranges -> ranges.size() <= 1
                                || ranges.stream().mapToLong(ByteRange::length).sum() <= MOST_BYTES_OF_RANGES);
    }

    private ServerAnswer answer(ServerAnswer whole, Bytes content, List<ByteRange> ranges) {
        if (ranges.isEmpty()) {
            return ServerAnswer.empty(StatusCode.RANGE_NOT_SATISFIABLE)
                    .with(CONTENT_RANGE, "bytes */" + content.length());
        }
        Bytes served = conduct.commits(Misbehaviour.SHIFTS_RANGES) ? shifted(content) : content;
        if (ranges.size() > 1) {
            return new Multipart(conduct).answer(whole, served, ranges);
        }
        return whole.with(StatusCode.PARTIAL_CONTENT)
                .with(CONTENT_RANGE, ranges.get(0).contentRange(content.length()))
                .with(ranges.get(0).of(served));
    }

    /** Each byte moved one place towards the beginning, and the first byte moved to the end. */
    private static Bytes shifted(Bytes content) {
        return Bytes.joined(List.of(content.slice(1, content.length()), content.slice(0, 1)));
    }
}
