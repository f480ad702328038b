package org.bitsconformance.reference.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes answers as bytes, in the form that their delivery needs. */
public final class AnswerForm {

    private static final String HTTP_1_1 = "HTTP/1.1 ";
    private static final String END_OF_LINE = "\r\n";

    /** The interim answer of RFC 2616 10.1.1. */
    public static final String CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n";

    private static final String LAST_CHUNK = "0\r\n\r\n";

    private AnswerForm() {}

    /**
     * The bytes of an answer, or those that are sent instead.
     *
     * @param closing whether the connection ends after it
     * @param bodiless whether the request was a HEAD, so that the body is not sent
     */
    public static byte[] of(ServerAnswer answer, boolean closing, boolean bodiless) {
        byte[] body = bodiless ? new byte[0] : answer.body().array();
        String fields = fields(answer) + (closing ? "Connection: close" + END_OF_LINE : "");
        String head = HTTP_1_1 + status(answer) + fields;
        return switch (answer.delivery()) {
            case NORMAL, BODY_LEFT, LATE, IN_PIECES, DROPPED -> joined(head + END_OF_LINE, body, "");
            case CHUNKED -> joined(chunkedHead(head), chunked(body), bodiless ? "" : LAST_CHUNK);
            case CHUNKS_WITHOUT_SIZE -> joined(chunkedHead(head), body, "size" + END_OF_LINE + LAST_CHUNK);
            case CUT_SHORT ->
                joined(
                        head + END_OF_LINE,
                        answer.body().slice(0, body.length / 2).array(),
                        "");
            case HTTP_1_0 -> joined("HTTP/1.0 " + status(answer) + fields + END_OF_LINE, body, "");
            case NO_HTTP -> joined(status(answer) + fields + END_OF_LINE, body, "");
            case NAMELESS_LINE -> joined(head + "a line without a colon" + END_OF_LINE + END_OF_LINE, body, "");
            case TWICE -> joined(head + END_OF_LINE, body, head + END_OF_LINE + text(body));
            case TRAILED -> joined(head + END_OF_LINE, body, "and one line more" + END_OF_LINE);
            case CUT_IN_HEADER, RESET_IN_HEADER -> bytes(head.substring(0, head.length() / 2));
            case DRIPPING -> bytes(HTTP_1_1 + status(answer));
            case GARBAGE -> bytes("garbage \u0001\u0002\u00FF" + END_OF_LINE);
            case AFTER_CONTINUE -> joined(CONTINUE + head + END_OF_LINE, body, "");
            case WITHOUT_BLANKS -> joined(head.replace(": ", ":") + END_OF_LINE, body, "");
            case WITHOUT_REASON ->
                joined(HTTP_1_1 + answer.status().code() + " " + END_OF_LINE + fields + END_OF_LINE, body, "");
            case NEVER, RESET, EMPTY, GIVEN_UP -> new byte[0];
        };
    }

    /** The plain HTTP answer to something that is not a request. */
    public static byte[] of(MalformedRequest malformed) {
        Bytes reason = Bytes.of(malformed.getMessage() + "\n");
        ServerAnswer answer = ServerAnswer.empty(malformed.status())
                .with("Content-Type", "text/plain")
                .with(reason);
        return of(answer, true, false);
    }

    private static String status(ServerAnswer answer) {
        return answer.status().code() + " " + answer.status().reason() + END_OF_LINE;
    }

    private static String fields(ServerAnswer answer) {
        StringBuilder fields = new StringBuilder();
        for (HeaderField header : answer.headers().fields()) {
            fields.append(header.name()).append(": ").append(header.value()).append(END_OF_LINE);
        }
        return fields.toString();
    }

    private static String chunkedHead(String head) {
        return head + "Transfer-Encoding: chunked" + END_OF_LINE + END_OF_LINE;
    }

    private static byte[] chunked(byte[] body) {
        return body.length == 0 ? body : joined(Integer.toHexString(body.length) + END_OF_LINE, body, END_OF_LINE);
    }

    private static byte[] joined(String before, byte[] body, String after) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(bytes(before));
        all.writeBytes(body);
        all.writeBytes(bytes(after));
        return all.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
