package org.bitsconformance.innocent;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.bitsconformance.innocent.IncomingRequest.Field;

/** Writes and sends answers in every way that HTTP permits. */
final class ReplyWriter {

    private static final long SLOW_MILLIS = 30;
    private static final long DRIBBLE_MILLIS = 3;
    private static final int PIECES = 4;
    private static final int CHUNK = 1000;
    private static final int LOTS = 20;
    private static final String CRLF = "\r\n";

    private final OutputStream out;
    private final Set<Freedom> freedoms;

    ReplyWriter(OutputStream out, Set<Freedom> freedoms) {
        this.out = out;
        this.freedoms = freedoms;
    }

    /** Sends the interim answers that the client asked for (RFC 2616 8.2.3). */
    void goOn() throws IOException {
        send("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * Sends the answer to a packet.
     *
     * @param closing whether to say that the connection ends
     */
    void ack(InnocentReply reply, boolean closing) throws IOException {
        interim();
        List<Field> fields = new ArrayList<>(reply.headers());
        fields.add(new Field("Content-Length", length(reply.body().length)));
        whole(reply.status(), fields, closing, reply.body());
    }

    /**
     * Sends the answer to a GET or HEAD.
     *
     * @return whether the connection must end for the client to see the end of the body
     */
    boolean document(InnocentReply reply, boolean withBody, boolean closing) throws IOException {
        interim();
        List<Field> fields = new ArrayList<>(reply.headers());
        byte[] body = withBody ? reply.body() : new byte[0];
        if (freedoms.contains(Freedom.READ_BACK_UNTIL_CLOSE)) {
            whole(reply.status(), fields, true, body);
            return true;
        }
        if (freedoms.contains(Freedom.READ_BACK_CHUNKED)) {
            fields.add(new Field("Transfer-Encoding", "chunked"));
            whole(reply.status(), fields, closing, withBody ? chunked(body) : body);
            return false;
        }
        fields.add(new Field("Content-Length", Integer.toString(reply.body().length)));
        whole(reply.status(), fields, closing, body);
        return false;
    }

    private void interim() throws IOException {
        if (freedoms.contains(Freedom.SLOW)) {
            pause(SLOW_MILLIS);
        }
        int times = freedoms.contains(Freedom.CONTINUE_OFTEN) ? 5 : freedoms.contains(Freedom.CONTINUE_ONCE) ? 1 : 0;
        for (int i = 0; i < times; i++) {
            goOn();
        }
        if (freedoms.contains(Freedom.EARLY_HINTS)) {
            goOn();
            send("HTTP/1.1 103 Early Hints\r\nLink: </style.css>; rel=preload\r\nContent-Length: 7\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
        }
    }

    private void whole(int status, List<Field> given, boolean closing, byte[] body) throws IOException {
        List<Field> fields = new ArrayList<>(given);
        if (closing) {
            fields.add(new Field("Connection", "close"));
        }
        if (freedoms.contains(Freedom.EXTRA_HEADERS)) {
            fields = withExtras(fields);
        }
        for (int i = 0; i < LOTS && freedoms.contains(Freedom.MANY_HEADERS); i++) {
            fields.add(i, new Field("X-Lot-" + i, "v".repeat(CHUNK)));
        }
        if (freedoms.contains(Freedom.ORDER_REVERSED)) {
            Collections.reverse(fields);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(("HTTP/1.1 " + status).getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(reason(status).getBytes(StandardCharsets.UTF_8));
        StringBuilder head = new StringBuilder(CRLF);
        fields.forEach(field -> head.append(name(field.name())).append(value(field.value())));
        bytes.writeBytes(head.append(CRLF).toString().getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(body);
        send(bytes.toByteArray());
    }

    private static List<Field> withExtras(List<Field> fields) {
        List<Field> all = new ArrayList<>(List.of(
                new Field("Date", "Sun, 06 Nov 1994 08:49:37 GMT"),
                new Field("Server", "Innocent/1.0 (nothing; to-see) here"),
                new Field("Via", "1.1 front, 1.0 second (odd: comment)"),
                new Field("Set-Cookie", "a=1; Path=/"),
                new Field("Set-Cookie", "b=\"x, y\"; HttpOnly"),
                new Field("X-Empty", ""),
                new Field("BITS-Error-Text", "none"),
                new Field("BITS-Session-Id-Hint", "{not-an-id}"),
                new Field("BITS-Received-Content-Range-Total", "12"),
                new Field("BITS-Protocols", "1.5, 2.0")));
        all.addAll(fields);
        all.add(new Field("BITS-Future", "yes"));
        all.add(new Field("X-Latin", "größer"));
        all.add(new Field("X-Content-Length", "99"));
        all.add(new Field("Keep-Alive", "timeout=5, max=100"));
        all.add(new Field("Cache-Control", "no-store"));
        return all;
    }

    private String reason(int status) {
        if (freedoms.contains(Freedom.REASON_MISSING)) {
            return "";
        }
        if (freedoms.contains(Freedom.REASON_EMPTY)) {
            return " ";
        }
        if (freedoms.contains(Freedom.REASON_FOREIGN)) {
            return " Всё в порядке, 好";
        }
        return freedoms.contains(Freedom.REASON_LONG)
                ? " HTTP/1.1 500: " + "a long story ".repeat(200) + "end"
                : status < 400 ? " OK" : " Refused";
    }

    private String name(String name) {
        if (freedoms.contains(Freedom.NAMES_LOWER)) {
            return name.toLowerCase(Locale.ROOT);
        }
        if (freedoms.contains(Freedom.NAMES_UPPER)) {
            return name.toUpperCase(Locale.ROOT);
        }
        if (freedoms.contains(Freedom.NAMES_MIXED)) {
            StringBuilder mixed = new StringBuilder();
            for (int i = 0; i < name.length(); i++) {
                String letter = name.substring(i, i + 1);
                mixed.append(i % 2 == 0 ? letter.toLowerCase(Locale.ROOT) : letter.toUpperCase(Locale.ROOT));
            }
            return mixed.toString();
        }
        return name;
    }

    private String value(String value) {
        StringBuilder text = new StringBuilder(":");
        if (freedoms.contains(Freedom.VALUES_FOLDED)) {
            text.append(CRLF).append("   ");
        } else if (freedoms.contains(Freedom.VALUES_AFTER_TAB)) {
            text.append('\t');
        } else if (freedoms.contains(Freedom.VALUES_AFTER_BLANKS)) {
            text.append("    ");
        } else if (!freedoms.contains(Freedom.VALUES_WITHOUT_BLANK)) {
            text.append(' ');
        }
        return text.append(value)
                .append(freedoms.contains(Freedom.VALUES_BEFORE_BLANKS) ? "  \t " : "")
                .append(CRLF)
                .toString();
    }

    private String length(int length) {
        return (freedoms.contains(Freedom.LENGTHS_WITH_ZEROS) ? "000" : "") + length;
    }

    private static byte[] chunked(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int at = 0; at < body.length; at += CHUNK) {
            int size = Math.min(CHUNK, body.length - at);
            bytes.writeBytes((Integer.toHexString(size) + ";name=value" + CRLF).getBytes(StandardCharsets.US_ASCII));
            bytes.write(body, at, size);
            bytes.writeBytes(CRLF.getBytes(StandardCharsets.US_ASCII));
        }
        bytes.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return bytes.toByteArray();
    }

    private void send(byte[] bytes) throws IOException {
        if (freedoms.contains(Freedom.ONE_BYTE_SEGMENTS)) {
            int single = Math.min(bytes.length, 2000);
            for (int i = 0; i < single; i++) {
                out.write(bytes, i, 1);
                out.flush();
            }
            out.write(bytes, single, bytes.length - single);
        } else if (freedoms.contains(Freedom.DRIBBLE)) {
            int size = bytes.length / PIECES + 1;
            for (int at = 0; at < bytes.length; at += size) {
                out.write(bytes, at, Math.min(size, bytes.length - at));
                out.flush();
                pause(DRIBBLE_MILLIS);
            }
        } else {
            out.write(bytes);
        }
        out.flush();
    }

    private static void pause(long millis) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }
}
