package org.bitsconformance.application;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bitsconformance.transcript.WireBytes;
import org.bitsconformance.transcript.WireBytes.Omitted;

/** Reads one request from a connection, byte for byte, in bounded memory. */
final class RequestBytes {

    /** The longest body that is read, in bytes. */
    static final int LONGEST_BODY = 64 << 20;

    private static final int LONGEST_HEAD = 64 << 10;
    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern LENGTH = Pattern.compile("(?im)^content-length:[ \\t]*(\\d{1,18})[ \\t]*\\r?$");
    private static final Pattern CHUNKED = Pattern.compile("(?im)^transfer-encoding:[ \\t]*chunked[ \\t]*\\r?$");
    private static final Pattern EXPECTS = Pattern.compile("(?im)^expect:[ \\t]*100-continue[ \\t]*\\r?$");

    private final InputStream in;
    private final ByteArrayOutputStream raw = new ByteArrayOutputStream();

    private RequestBytes(InputStream in) {
        this.in = in;
    }

    /** Reads a request to its end, or as far as it comes. */
    static ReceivedRequest read(Socket socket, long openedNanos) {
        boolean whole = false;
        byte[] body = new byte[0];
        String head = "";
        RequestBytes bytes;
        try {
            bytes = new RequestBytes(socket.getInputStream());
        } catch (IOException e) {
            return ReceivedRequest.nothing(openedNanos);
        }
        try {
            head = bytes.head();
            if (head.endsWith("\r\n\r\n")) {
                if (EXPECTS.matcher(head).find()) {
                    OutputStream out = socket.getOutputStream();
                    out.write(CONTINUE);
                    out.flush();
                }
                Optional<byte[]> read = CHUNKED.matcher(head).find() ? bytes.chunks() : bytes.body(head);
                whole = read.isPresent();
                body = read.orElseGet(() -> bytes.afterHead());
            }
        } catch (IOException e) {
            body = bytes.afterHead();
        }
        return new ReceivedRequest(bytes.kept(head.length()), body, whole, openedNanos, System.nanoTime());
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
            if (last == 0x0D0A0D0A) {
                break;
            }
        }
        return raw.toString(StandardCharsets.ISO_8859_1);
    }

    /** The body that Content-Length announces; empty where it does not come to its end. */
    private Optional<byte[]> body(String head) throws IOException {
        Matcher length = LENGTH.matcher(head);
        long announced = length.find() ? Long.parseLong(length.group(1)) : 0;
        byte[] body = in.readNBytes((int) Math.min(announced, LONGEST_BODY));
        raw.writeBytes(body);
        return body.length == announced ? Optional.of(body) : Optional.empty();
    }

    private Optional<byte[]> chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (body.size() < LONGEST_BODY) {
            String size = line().replaceFirst(";.*", "").trim();
            if (!size.matches("[0-9A-Fa-f]{1,7}")) {
                return Optional.empty();
            }
            int length = Integer.parseInt(size, 16);
            byte[] chunk = in.readNBytes(length);
            raw.writeBytes(chunk);
            body.writeBytes(chunk);
            String end = line();
            if (chunk.length < length || !end.isEmpty()) {
                return Optional.empty();
            }
            if (length == 0) {
                return Optional.of(body.toByteArray());
            }
        }
        return Optional.empty();
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && line.length() < LONGEST_HEAD; next = in.read()) {
            raw.write(next);
            if (next == '\n') {
                return line.toString().replaceFirst("\\r$", "");
            }
            line.append((char) next);
        }
        throw new IOException("the line does not end");
    }

    private byte[] afterHead() {
        byte[] all = raw.toByteArray();
        int end = new String(all, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n");
        return end < 0 ? new byte[0] : Arrays.copyOfRange(all, end + 4, all.length);
    }

    private WireBytes kept(int head) {
        byte[] all = raw.toByteArray();
        int most = head + ReceivedRequest.LONGEST_KEPT_BODY;
        if (all.length <= most) {
            return WireBytes.of(all);
        }
        byte[] rest = Arrays.copyOfRange(all, most, all.length);
        return new WireBytes(
                new String(all, 0, most, StandardCharsets.ISO_8859_1),
                Optional.of(new Omitted(rest.length, sha256(rest), Optional.empty())));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
