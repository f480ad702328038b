package org.bitsconformance.transcript.http;

import java.util.OptionalLong;

/** Finds the end of a body while it passes, from its length or its chunks (RFC 2616 4.4). */
public final class BodyEnd {

    private static final int LONGEST_SIZE = 16;

    private enum At {
        /** The rest of the body, or of a chunk. */
        DATA,
        SIZE,
        AFTER_SIZE,
        AFTER_DATA,
        TRAILER,
        END
    }

    private final boolean coded;
    private boolean untilClose;
    private long rest;
    private At at;
    private String size = "";
    private boolean lineIsBlank = true;
    private long content;

    private BodyEnd(boolean coded, boolean untilClose, long rest) {
        this.coded = coded;
        this.untilClose = untilClose;
        this.rest = rest;
        this.at = coded ? At.SIZE : untilClose || rest > 0 ? At.DATA : At.END;
    }

    /** Of the body of a request. Without a length it has none. */
    public static BodyEnd ofRequest(Headers headers) {
        return headers.isChunked()
                ? new BodyEnd(true, false, 0)
                : new BodyEnd(false, false, headers.contentLength().orElse(0));
    }

    /** Of the body of an answer. Without a length it ends with the connection. */
    public static BodyEnd ofAnswer(String method, int status, Headers headers) {
        if (method.equals("HEAD") || status == 204 || status == 304) {
            return new BodyEnd(false, false, 0);
        }
        OptionalLong length = headers.contentLength();
        return headers.isChunked()
                ? new BodyEnd(true, false, 0)
                : new BodyEnd(false, length.isEmpty(), length.orElse(0));
    }

    /** Takes the bytes that belong to the body; returns how many they are. */
    public int take(byte[] bytes, int from, int length) {
        int taken = 0;
        while (taken < length && at != At.END) {
            if (at == At.DATA) {
                int part = untilClose ? length - taken : (int) Math.min(rest, length - taken);
                content += part;
                rest -= part;
                taken += part;
                if (!untilClose && rest == 0) {
                    at = coded ? At.AFTER_DATA : At.END;
                }
            } else {
                step((char) (bytes[from + taken] & 0xFF));
                taken++;
            }
        }
        return taken;
    }

    private void step(char one) {
        switch (at) {
            case SIZE, AFTER_SIZE -> ofSize(one);
            case AFTER_DATA -> {
                if (one == '\n') {
                    at = At.SIZE;
                } else if (one != '\r') {
                    unclear();
                }
            }
            case TRAILER -> {
                if (one == '\n') {
                    at = lineIsBlank ? At.END : At.TRAILER;
                    lineIsBlank = true;
                } else if (one != '\r') {
                    lineIsBlank = false;
                }
            }
            case DATA, END -> throw new IllegalStateException("not within the framing");
        }
    }

    private void ofSize(char one) {
        if (one == '\n') {
            begin();
        } else if (at == At.SIZE && Character.digit(one, 16) >= 0 && size.length() < LONGEST_SIZE - 1) {
            size += one;
        } else if (one == ';' || one == '\r' || one == ' ' || one == '\t') {
            at = At.AFTER_SIZE;
        } else if (at == At.SIZE) {
            unclear();
        }
    }

    private void begin() {
        if (size.isEmpty()) {
            unclear();
            return;
        }
        rest = Long.parseLong(size, 16);
        size = "";
        at = rest == 0 ? At.TRAILER : At.DATA;
    }

    /** Nobody can tell where it ends: everything until the connection ends belongs to it. */
    private void unclear() {
        untilClose = true;
        at = At.DATA;
    }

    /** Whether the whole body was taken. */
    public boolean ended() {
        return at == At.END;
    }

    /** Whether only the end of the connection shows its end. */
    public boolean untilClose() {
        return untilClose;
    }

    /** Number of bytes without chunked coding, so far; empty if the body is not coded. */
    public OptionalLong content() {
        return coded ? OptionalLong.of(content) : OptionalLong.empty();
    }
}
