package org.bitsconformance.drive.scenario;

import java.util.function.UnaryOperator;
import org.bitsconformance.drive.client.BitsClient;
import org.bitsconformance.drive.client.RawPacket;
import org.bitsconformance.protocol.BitsHeaders;

/**
 * Requests in forms that no BITS client sends, most of which HTTP/1.1 allows (RFC 2616 section 5, 3.6.1, 8.2.3). The
 * answers are only reported; the rules judge that the server stays up and loses no byte.
 */
class RequestFormScenarios {

    @Scenario(
            id = "http-request-line",
            title = "A packet with an unusual request line; then a Ping, and an upload to its end",
            exercises = {"ping.status", "delivery.complete"})
    void requestLine(Case parameters, BitsClient client) {
        OddPacket.drive(parameters.text("packet"), client, line(parameters.text("line")));
    }

    @Scenario(
            id = "http-no-length",
            title = "A packet without Content-Length; then a Ping, and an upload to its end",
            exercises = {"content-length.missing", "ping.status", "delivery.complete"})
    void noLength(Case parameters, BitsClient client) {
        OddPacket.drive(parameters.text("packet"), client, packet -> packet.without(BitsHeaders.CONTENT_LENGTH));
    }

    @Scenario(
            id = "http-chunked",
            title = "A fragment with a chunked body; then the rest, from the offset that the server names",
            exercises = {"ping.status", "delivery.complete"})
    void chunked(Case parameters, BitsClient client) {
        OddPacket.drive("fragment", client, packet -> packet.chunked((int) parameters.number("chunks")));
    }

    @Scenario(
            id = "http-expect",
            title = "A packet that asks for an interim answer before it sends its body; then an upload to its end",
            exercises = {"ping.status", "delivery.complete"})
    void expect(Case parameters, BitsClient client) {
        OddPacket.drive(parameters.text("packet"), client, RawPacket::expectingContinue);
    }

    private static UnaryOperator<RawPacket> line(String word) {
        return switch (word) {
            case "absolute" -> RawPacket::absoluteTarget;
            case "relative" -> RawPacket::relativeTarget;
            case "http-1-0" -> packet -> packet.version("HTTP/1.0");
            case "post" -> packet -> packet.method("POST");
            case "lower-case" -> packet -> packet.method("bits_post");
            default -> throw new IllegalArgumentException("no request line is called " + word);
        };
    }
}
