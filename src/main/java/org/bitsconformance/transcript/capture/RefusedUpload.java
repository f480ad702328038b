package org.bitsconformance.transcript.capture;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.Hresult;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.Event;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.ErrorCode;
import org.bitsconformance.transcript.http.Excerpt;
import org.bitsconformance.transcript.http.Request;

/** Finds an upload in a capture that ended with a refusal, and says what an administrator can check. */
public final class RefusedUpload {

    private static final int ERROR = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int OUT_OF_SYNC = 416;

    private RefusedUpload() {}

    /**
     * The refusal that ended the first unfinished upload; empty if there is none. A packet that was refused and later
     * accepted does not count, nor does an offset from which the client must go on.
     */
    static Optional<String> among(List<Event> events) {
        Map<String, Optional<String>> last = new LinkedHashMap<>();
        for (Event event : events) {
            if (event instanceof Exchange exchange) {
                if (!saysNothing(exchange)) {
                    last.put(Request.parse(exchange.request()).resource(), in(exchange));
                }
            }
        }
        return last.values().stream().flatMap(Optional::stream).findFirst();
    }

    /** The refusal in the answer to a packet, in words; empty if it was accepted, or not answered. */
    public static Optional<String> in(Exchange exchange) {
        Request request = Request.parse(exchange.request());
        return exchange.received().flatMap(answer -> refusal(request, answer));
    }

    /** Whether an exchange does not change whether the upload was refused: it has no answer, or a Ping was accepted. */
    public static boolean saysNothing(Exchange exchange) {
        boolean ping = Request.parse(exchange.request()).is(PacketType.PING);
        return exchange.received()
                .filter(answer -> !ping || answer.status() >= ERROR)
                .isEmpty();
    }

    private static Optional<String> refusal(Request request, Answer answer) {
        if (answer.status() < ERROR || answer.status() == OUT_OF_SYNC) {
            return Optional.empty();
        }
        String packet = request.packetType().map(PacketType::toString).orElse("a packet of no known type");
        return Optional.of("The upload was refused: " + packet + " \u2192 " + answer.status() + code(answer)
                + "; look at " + advice(answer));
    }

    private static String code(Answer answer) {
        return ErrorCode.of(answer.headers())
                .map(code -> ", " + Excerpt.of(code.text())
                        + code.value()
                                .flatMap(Hresult::of)
                                .map(known -> " (" + known.name() + ")")
                                .orElse(""))
                .orElse("");
    }

    /** Where Windows' BITS Server Extensions give the reason (docs/iis.md). */
    private static String advice(Answer answer) {
        boolean ack = answer.headers().has(BitsHeaders.PACKET_TYPE);
        return switch (answer.status()) {
            case UNAUTHORIZED -> "the credentials that the client sent, and the scheme that the server asks for";
            case 403 ->
                ack
                        ? "the rights of the user on the folder (Change, not Write), and whether the file exists"
                                + " already"
                        : "what stands before the BITS server: a filter of verbs, or rights on the URL";
            case 404 ->
                "whether the folder exists, and whether request filtering lets the verb BITS_POST through (404.6)";
            case 405 -> "whether BITS uploads are enabled for this folder: the verb is not known there";
            case 409 -> "whether the file exists already and may be replaced (BITSAllowOverwrites)";
            case 413 -> "the largest request that the server and each proxy take (maxAllowedContentLength)";
            case 501 -> "whether BITS uploads are enabled for this folder, and for no folder that runs scripts";
            case 502, 503, 504 -> "the server behind the proxy, or the application that the server notifies";
            case 500 -> "the log of the server, and the largest upload that it takes (BITSMaximumUploadSize)";
            default -> "the log of the server";
        };
    }
}
