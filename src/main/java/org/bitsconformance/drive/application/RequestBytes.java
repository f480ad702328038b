package org.bitsconformance.drive.application;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bitsconformance.transcript.http.Digests;
import org.bitsconformance.transcript.http.WireBytes;
import org.bitsconformance.transcript.http.WireBytes.Omitted;

/** Reads one request from a connection, byte for byte, in bounded memory. */
final class RequestBytes {

    /** How much of a body is kept for comparison, in bytes. */
    static final int LONGEST_BODY = 8 << 20;

    private static final int LONGEST_HEAD = 64 << 10;
    private static final int BLOCK = 8 << 10;
    private static final int MOST_TRAILERS = 100;

    /** How long to wait for bytes after the end of a request that lacks something, in milliseconds. */
    private static final int EXCESS_MILLIS = 50;

    private static final Pattern NEXT_REQUEST = Pattern.compile("[A-Z]+ [^ ]+ HTTP/[^\\n]*\\n(?s:.*)");
    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern LENGTH = Pattern.compile("(?im)^content-length:[ \\t]*(\\d{1,18})[ \\t]*\\r?$");
    private static final Pattern CHUNKED = Pattern.compile("(?im)^transfer-encoding:[ \\t]*chunked[ \\t]*\\r?$");
    private static final Pattern EXPECTS = Pattern.compile("(?im)^expect:[ \\t]*100-continue[ \\t]*\\r?$");

    private final InputStream in;
    private final ByteArrayOutputStream raw = new ByteArrayOutputStream();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final MessageDigest omitted = Digests.sha256();
    private int mostRaw = LONGEST_HEAD;
    private long omittedLength;
    private long bodyLength;

    private RequestBytes(InputStream in) {
        this.in = in;
    }

    /**
     * Reads a request to its end, or as much of it as arrives.
     *
     * @param stalledMillis how long to wait when the rest of a body does not arrive
     * @param complete whether a request that has reached its end contains everything it should, so that there is no wait for more
     */
    static ReceivedRequest read(
            Socket socket, long openedNanos, int stalledMillis, Predicate<ReceivedRequest> complete) {
        RequestBytes bytes;
        try {
            bytes = new RequestBytes(socket.getInputStream());
        } catch (IOException e) {
            return ReceivedRequest.nothing(openedNanos);
        }
        boolean whole = bytes.whole(socket, stalledMillis);
        long received = System.nanoTime();
        ReceivedRequest stated = bytes.received(whole, openedNanos, received);
        return whole && bytes.excess(socket, complete.test(stated))
                ? bytes.received(true, openedNanos, received)
                : stated;
    }

    private ReceivedRequest received(boolean whole, long openedNanos, long receivedNanos) {
        return new ReceivedRequest(kept(), body.toByteArray(), bodyLength, whole, openedNanos, receivedNanos);
    }

    private boolean whole(Socket socket, int stalledMillis) {
        try {
            String head = head();
            if (!head.matches("(?s).*\n\r?\n")) {
                return false;
            }
            socket.setSoTimeout(stalledMillis);
            mostRaw = head.length() + ReceivedRequest.LONGEST_KEPT_BODY;
            if (EXPECTS.matcher(head).find()) {
                OutputStream out = socket.getOutputStream();
                out.write(CONTINUE);
                out.flush();
            }
            if (CHUNKED.matcher(head).find()) {
                return chunks();
            }
            Matcher length = LENGTH.matcher(head);
            return body(length.find() ? Long.parseLong(length.group(1)) : 0);
        } catch (IOException e) {
            return false;
        }
    }

    private String head() throws IOException {
        int last = 0;
        while (raw.size() < LONGEST_HEAD) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            raw.write(next);
            last = (last << 8) | next;
            boolean blankLine = (last & 0xFFFF) == 0x0A0A || (last & 0xFFFFFF) == 0x0A0D0A;
            if (blankLine) {
                break;
            }
        }
        return raw.toString(StandardCharsets.ISO_8859_1);
    }

    /** Reads that many bytes of the body; returns whether all of them came. */
    private boolean body(long length) throws IOException {
        byte[] block = new byte[BLOCK];
        long left = length;
        while (left > 0) {
            int count = in.read(block, 0, (int) Math.min(left, BLOCK));
            if (count < 0) {
                return false;
            }
            keep(block, count);
            body.write(block, 0, Math.min(count, LONGEST_BODY - body.size()));
            bodyLength += count;
            left -= count;
        }
        return true;
    }

    /**
     * Counts what comes after the end of the request as part of its body, since the sender then stated too small a
     * length. Something that looks like the next request does not count.
     *
     * @param complete whether only bytes that have already arrived count
     * @return whether there were any
     */
    private boolean excess(Socket socket, boolean complete) {
        byte[] block = new byte[BLOCK];
        long stated = bodyLength;
        try {
            if (complete && in.available() == 0) {
                return false;
            }
            socket.setSoTimeout(EXCESS_MILLIS);
            int count = in.read(block);
            boolean more = count > 0
                    && !NEXT_REQUEST
                            .matcher(new String(block, 0, count, StandardCharsets.ISO_8859_1))
                            .matches();
            while (more && count > 0 && bodyLength < LONGEST_BODY) {
                keep(block, count);
                body.write(block, 0, Math.min(count, LONGEST_BODY - body.size()));
                bodyLength += count;
                count = in.read(block);
            }
            return bodyLength > stated;
        } catch (IOException nothingMore) {
            return bodyLength > stated;
        }
    }

    private boolean chunks() throws IOException {
        while (true) {
            String size = line().replaceFirst(";.*", "").trim();
            if (!size.matches("[0-9A-Fa-f]{1,15}")) {
                return false;
            }
            long length = Long.parseLong(size, 16);
            if (length == 0) {
                return noTrailersLeft();
            }
            if (!body(length) || !line().isEmpty()) {
                return false;
            }
        }
    }

    /** Reads header fields after the last chunk, and the blank line after them. */
    private boolean noTrailersLeft() throws IOException {
        for (int lines = 0; lines < MOST_TRAILERS; lines++) {
            if (line().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && line.length() < LONGEST_HEAD; next = in.read()) {
            keep(new byte[] {(byte) next}, 1);
            if (next == '\n') {
                return line.toString().replaceFirst("\\r$", "");
            }
            line.append((char) next);
        }
        throw new IOException("the line does not end");
    }

    private void keep(byte[] bytes, int count) {
        int kept = Math.min(count, mostRaw - raw.size());
        raw.write(bytes, 0, kept);
        omitted.update(bytes, kept, count - kept);
        omittedLength += count - kept;
    }

    private WireBytes kept() {
        String text = raw.toString(StandardCharsets.ISO_8859_1);
        return omittedLength == 0
                ? WireBytes.of(text)
                : new WireBytes(
                        text, Optional.of(new Omitted(omittedLength, Digests.hex(digestSoFar()), Optional.empty())));
    }

    private byte[] digestSoFar() {
        try {
            return ((MessageDigest) omitted.clone()).digest();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }
}
