package org.bitsconformance.transcript.capture;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bitsconformance.transcript.http.BodyEnd;
import org.bitsconformance.transcript.http.Headers;
import org.bitsconformance.transcript.http.KeptBytes;
import org.bitsconformance.transcript.http.Request;
import org.bitsconformance.transcript.http.SecretFields;
import org.bitsconformance.transcript.http.WireBytes;

/**
 * Reads one HTTP message after the other from the bytes of one direction of a connection (RFC 2616 section 4). Of a long
 * body only the beginning is kept; credentials are masked.
 */
final class MessageReader {

    private static final int LONGEST_HEAD = 256 << 10;
    private static final int LONGEST_KEPT_REQUEST_BODY = 1 << 10;
    private static final int LONGEST_KEPT_ANSWER_BODY = 256 << 10;
    private static final int CHUNK = 8 << 10;
    private static final int SWITCHING_PROTOCOLS = 101;

    private final BufferedInputStream in;
    private long at;

    /**
     * A message.
     *
     * @param startLine its first line
     * @param headers its header fields
     * @param bytes all of it, without credentials
     * @param complete whether all of it was there
     */
    record Message(String startLine, Headers headers, WireBytes bytes, boolean complete) {

        /** The method of a request. */
        String method() {
            return startLine.split(" ", 2)[0];
        }

        /** Whether it is a request with a BITS packet. */
        boolean isPacket() {
            return Request.isPacket(method(), headers);
        }

        /** Where a request was sent to, as {@link CapturedUrl#originOf} says it. */
        String origin() {
            String[] words = startLine.split(" ", 3);
            return CapturedUrl.originOf(words.length > 1 ? words[1] : "", headers);
        }

        /** The status of an answer; 0 if this is none. */
        int status() {
            return MessageReader.status(startLine);
        }
    }

    private static int status(String startLine) {
        String[] words = startLine.split(" ", 3);
        return words[0].startsWith("HTTP/") && words.length > 1 && words[1].matches("\\d{3}")
                ? Integer.parseInt(words[1])
                : 0;
    }

    MessageReader(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /** Number of bytes read so far. */
    long at() {
        return at;
    }

    /** The first bytes, without taking them. */
    String peek(int length) throws IOException {
        in.mark(length);
        String bytes = new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
        in.reset();
        return bytes;
    }

    /** The next request; empty at the end. */
    Optional<Message> request() throws IOException {
        Optional<Head> head = head();
        return head.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        message(head.get(), "", BodyEnd.ofRequest(head.get().headers), LONGEST_KEPT_REQUEST_BODY));
    }

    /** The next answer to a request with this method, with the interim answers before it; empty at the end. */
    Optional<Message> answer(String method) throws IOException {
        StringBuilder interim = new StringBuilder();
        Optional<Head> head = head();
        while (head.filter(Head::isInterim).isPresent()) {
            interim.append(SecretFields.masked(head.get().text));
            head = head();
        }
        if (head.isEmpty()) {
            return Optional.empty();
        }
        BodyEnd end = BodyEnd.ofAnswer(method, head.get().status(), head.get().headers);
        return Optional.of(message(head.get(), interim.toString(), end, LONGEST_KEPT_ANSWER_BODY));
    }

    private Message message(Head head, String before, BodyEnd end, int kept) throws IOException {
        KeptBytes bytes = new KeptBytes(Integer.MAX_VALUE);
        bytes.add(before + SecretFields.masked(head.text));
        bytes.keep(kept);
        boolean endsWithConnection = end.untilClose();
        boolean complete = head.complete && (take(end, bytes) || endsWithConnection);
        return new Message(head.startLine(), head.headers, bytes.bytes(end.content()), complete);
    }

    /** Takes a body; returns false if it is cut off. */
    private boolean take(BodyEnd end, KeptBytes bytes) throws IOException {
        byte[] buffer = new byte[CHUNK];
        while (!end.ended()) {
            in.mark(CHUNK);
            int count = in.read(buffer, 0, CHUNK);
            if (count < 0) {
                return false;
            }
            int taken = end.take(buffer, 0, count);
            if (taken < count) {
                in.reset();
                in.skipNBytes(taken);
            }
            at += taken;
            bytes.add(buffer, 0, taken);
        }
        return true;
    }

    /** Everything up to the empty line, or up to the end; empty if nothing is left. Skips empty lines before it. */
    private Optional<Head> head() throws IOException {
        StringBuilder head = new StringBuilder();
        int one;
        while ((one = in.read()) >= 0) {
            at++;
            if (head.length() == 0 && (one == '\r' || one == '\n')) {
                continue;
            }
            head.append((char) one);
            int length = head.length();
            if (one == '\n' && (endsWith(head, "\n\n") || endsWith(head, "\n\r\n"))) {
                return Optional.of(Head.of(head.toString()));
            }
            if (length > LONGEST_HEAD) {
                throw new IOException("has a message header of over 256 KiB that ends at byte " + at);
            }
        }
        return head.length() == 0 ? Optional.empty() : Optional.of(Head.of(head.toString()));
    }

    private static boolean endsWith(StringBuilder text, String end) {
        return text.length() >= end.length()
                && text.substring(text.length() - end.length()).equals(end);
    }

    /** The header of a message. */
    private record Head(String text, boolean complete, Headers headers) {

        static Head of(String text) {
            boolean complete = text.endsWith("\n\n") || text.endsWith("\n\r\n");
            List<String> lines = Arrays.asList(text.strip().split("\r?\n", -1));
            return new Head(text, complete, Headers.parse(lines.subList(1, lines.size()), new ArrayList<>()));
        }

        String startLine() {
            return text.split("\r?\n", 2)[0];
        }

        /** The status of an answer; 0 if this is none. */
        int status() {
            return MessageReader.status(startLine());
        }

        boolean isInterim() {
            int status = status();
            return complete && status >= 100 && status < 200 && status != SWITCHING_PROTOCOLS;
        }
    }
}
