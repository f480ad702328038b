package org.bitsconformance.reference.server;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bitsconformance.reference.http.ByteRange;
import org.bitsconformance.reference.http.Bytes;
import org.bitsconformance.reference.http.ServerAnswer;
import org.bitsconformance.reference.http.StatusCode;

/** Several ranges of a file in one body: {@code multipart/byteranges} (RFC 2616 19.2). */
record Multipart(Conduct conduct) {

    private static final String END_OF_LINE = "\r\n";
    private static final int BULK = 200;

    /** An answer with these ranges of a file, in order. */
    ServerAnswer answer(ServerAnswer whole, Bytes content, List<ByteRange> ranges) {
        String type = whole.headers().first("Content-Type").orElse("application/octet-stream");
        String boundary = boundaryFor(content);
        List<Bytes> blocks = new ArrayList<>();
        if (conduct.commits(Misbehaviour.PADS_PARTS)) {
            blocks.add(Bytes.of(END_OF_LINE.repeat(5)));
        }
        int count = conduct.commits(Misbehaviour.SENDS_FIRST_PART_ALONE) ? 1 : ranges.size();
        for (ByteRange range : ranges.subList(0, count)) {
            blocks.add(Bytes.of("--" + boundary + END_OF_LINE + fields(type, range, content.length()) + END_OF_LINE));
            blocks.add(range.of(content));
            blocks.add(Bytes.of(END_OF_LINE));
        }
        if (!conduct.commits(Misbehaviour.LEAVES_PARTS_OPEN)) {
            blocks.add(Bytes.of("--" + boundary + "--" + END_OF_LINE));
        }
        return whole.with(StatusCode.PARTIAL_CONTENT)
                .with("Content-Type", "multipart/byteranges; boundary=" + boundary)
                .with(Bytes.joined(blocks));
    }

    private String fields(String type, ByteRange range, int total) {
        String contentType =
                conduct.commits(Misbehaviour.LEAVES_PARTS_UNTYPED) ? "" : "Content-Type: " + type + END_OF_LINE;
        String more = conduct.commits(Misbehaviour.LOADS_PARTS) ? "X-Bulk: " + "x".repeat(BULK) + END_OF_LINE : "";
        return contentType + "Content-Range: " + range.contentRange(total) + END_OF_LINE + more;
    }

    /** The same boundary for GET and HEAD, and one that the file does not contain. */
    private static String boundaryFor(Bytes content) {
        return "part-%08x-%d".formatted(Arrays.hashCode(content.array()), content.length());
    }
}
