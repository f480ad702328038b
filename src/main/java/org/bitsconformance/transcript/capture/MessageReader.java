package org.bitsconformance.transcript.capture;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bitsconformance.transcript.http.Headers;
import org.bitsconformance.transcript.http.SecretFields;
import org.bitsconformance.transcript.http.WireBytes;
import org.bitsconformance.transcript.http.WireBytes.Omitted;

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

        /** The status of an answer; 0 if this is none. */
        int status() {
            String[] words = startLine.split(" ", 3);
            return words[0].startsWith("HTTP/") && words.length > 1 && words[1].matches("\\d{3}")
                    ? Integer.parseInt(words[1])
                    : 0;
        }
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
        Optional<String> head = head();
        if (head.isEmpty()) {
            return Optional.empty();
        }
        Head parsed = Head.of(head.get());
        return Optional.of(
                parsed.complete
                        ? message(parsed, "", parsed.length().orElse(0L), LONGEST_KEPT_REQUEST_BODY)
                        : parsed.alone());
    }

    /** The next answer to a request with this method, with the interim answers before it; empty at the end. */
    Optional<Message> answer(String method) throws IOException {
        StringBuilder interim = new StringBuilder();
        while (true) {
            Optional<String> head = head();
            if (head.isEmpty()) {
                return Optional.empty();
            }
            Head parsed = Head.of(head.get());
            int status = parsed.alone().status();
            if (parsed.complete && status >= 100 && status < 200 && status != SWITCHING_PROTOCOLS) {
                interim.append(SecretFields.masked(head.get()));
                continue;
            }
            if (!parsed.complete) {
                return Optional.of(parsed.alone());
            }
            boolean bodiless = method.equals("HEAD") || status == 204 || status == 304;
            long length = bodiless ? 0 : parsed.length().orElse(Long.MAX_VALUE);
            return Optional.of(message(parsed, interim.toString(), length, LONGEST_KEPT_ANSWER_BODY));
        }
    }

    private Message message(Head head, String before, long length, int kept) throws IOException {
        Body body = new Body(kept);
        boolean complete = head.chunked() ? chunks(body) : take(body, length) || length == Long.MAX_VALUE;
        String text = before + SecretFields.masked(head.text) + body.kept();
        return new Message(head.startLine(), head.headers(), new WireBytes(text, body.omitted()), complete);
    }

    private boolean take(Body body, long length) throws IOException {
        byte[] buffer = new byte[CHUNK];
        long left = length;
        while (left > 0) {
            int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (count < 0) {
                return false;
            }
            at += count;
            left -= count;
            body.add(buffer, count);
        }
        return true;
    }

    /** Takes chunks as they are on the wire, with the trailer. */
    private boolean chunks(Body body) throws IOException {
        while (true) {
            String size = line(body);
            String digits = size.split(";", 2)[0].strip();
            if (!digits.matches("[0-9A-Fa-f]{1,15}")) {
                return false;
            }
            long length = Long.parseLong(digits, 16);
            if (length == 0) {
                String trailer;
                do {
                    trailer = line(body);
                } while (!trailer.isBlank());
                return trailer.endsWith("\n");
            }
            if (!take(body, length) || !line(body).isBlank()) {
                return false;
            }
        }
    }

    private String line(Body body) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int one = 0;
        while (one != '\n' && line.size() < CHUNK && (one = in.read()) >= 0) {
            at++;
            line.write(one);
        }
        body.add(line.toByteArray(), line.size());
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    /** Everything up to the empty line, or up to the end; empty if nothing is left. Skips empty lines before it. */
    private Optional<String> head() throws IOException {
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
                return Optional.of(head.toString());
            }
            if (length > LONGEST_HEAD) {
                throw new IOException("has a message header of over 256 KiB that ends at byte " + at);
            }
        }
        return head.length() == 0 ? Optional.empty() : Optional.of(head.toString());
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

        Message alone() {
            return new Message(startLine(), headers, WireBytes.of(SecretFields.masked(text)), complete);
        }

        boolean chunked() {
            return headers.all("Transfer-Encoding").stream()
                    .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains("chunked"));
        }

        Optional<Long> length() {
            return headers.all("Content-Length").stream()
                    .filter(value -> value.matches("\\d{1,18}"))
                    .map(Long::valueOf)
                    .findFirst();
        }
    }

    /** A body, of which the beginning is kept. */
    private static final class Body {

        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private final MessageDigest digest;
        private final int most;
        private long omitted;

        Body(int most) {
            this.most = most;
            try {
                this.digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has SHA-256", e);
            }
        }

        void add(byte[] bytes, int count) {
            int room = Math.min(count, most - kept.size());
            kept.write(bytes, 0, room);
            digest.update(bytes, room, count - room);
            omitted += count - room;
        }

        String kept() {
            return kept.toString(StandardCharsets.ISO_8859_1);
        }

        Optional<Omitted> omitted() {
            return omitted == 0
                    ? Optional.empty()
                    : Optional.of(new Omitted(omitted, HexFormat.of().formatHex(digest.digest()), Optional.empty()));
        }
    }
}
