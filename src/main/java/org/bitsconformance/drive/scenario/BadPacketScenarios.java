package org.bitsconformance.drive.scenario;

import org.bitsconformance.drive.client.BitsClient;
import org.bitsconformance.drive.client.Outgoing;
import org.bitsconformance.drive.client.Upload;
import org.bitsconformance.protocol.BitsHeaders;

/** Packets with one thing wrong, which the server must refuse (MC-BUP 2.2.1.2, 3.2.5.2.3, 3.2.5.2.4). */
class BadPacketScenarios {

    private static final long SIZE = 1000;
    private static final int OVER_4_KB = 4097;

    @Scenario(
            id = "protocols-missing",
            title = "Create-Session with a missing or empty list of protocols",
            exercises = {"create-session.protocols.missing", "create-session.protocol.absent", "error.code"})
    void protocolsMissing(Case parameters, BitsClient client) {
        Outgoing packet = client.upload(SIZE).creating().without(BitsHeaders.SUPPORTED_PROTOCOLS);
        (parameters.text("header").equals("missing")
                        ? packet
                        : packet.with(BitsHeaders.SUPPORTED_PROTOCOLS, parameters.text("list")))
                .send();
    }

    @Scenario(
            id = "protocols-unknown",
            title = "Create-Session whose list has only protocols that do not exist",
            exercises = {"create-session.protocols.unknown", "create-session.protocol.absent", "error.code"})
    void protocolsUnknown(Case parameters, BitsClient client) {
        StringBuilder list = new StringBuilder();
        for (int i = 1; i <= parameters.number("guids"); i++) {
            list.append(i == 1 ? "" : " ").append(ProtocolList.unknown(i));
        }
        client.upload(SIZE)
                .creating()
                .replacing(BitsHeaders.SUPPORTED_PROTOCOLS, list.toString())
                .send();
    }

    @Scenario(
            id = "protocols-malformed",
            title = "Create-Session whose list has no GUID in braces",
            exercises = {"create-session.protocols.malformed", "create-session.protocol.absent", "error.code"})
    void protocolsMalformed(Case parameters, BitsClient client) {
        client.upload(SIZE)
                .creating()
                .replacing(BitsHeaders.SUPPORTED_PROTOCOLS, parameters.text("list"))
                .send();
    }

    @Scenario(
            id = "protocols-mixed",
            title = "Create-Session whose list has the BITS 1.5 GUID and something that is not a GUID",
            exercises = {"create-session.protocols.mixed"})
    void protocolsMixed(Case parameters, BitsClient client) {
        client.upload(SIZE)
                .creating()
                .replacing(BitsHeaders.SUPPORTED_PROTOCOLS, parameters.text("list"))
                .send();
    }

    @Scenario(
            id = "header-too-long",
            title = "Create-Session with a header value of over 4 KB",
            exercises = {"header.too-long"})
    void headerTooLong(Case parameters, BitsClient client) {
        Outgoing packet = client.upload(SIZE).creating();
        switch (parameters.text("header")) {
            case "protocols" ->
                packet.replacing(BitsHeaders.SUPPORTED_PROTOCOLS, ProtocolList.with("first", 110, "lower", 1, "space"))
                        .send();
            case "content-name" ->
                packet.replacing(BitsHeaders.CONTENT_NAME, "n".repeat(OVER_4_KB))
                        .send();
            default -> throw new IllegalArgumentException(parameters.text("header"));
        }
    }

    @Scenario(
            id = "unknown-packet-type",
            title = "A packet with a missing or unknown type",
            exercises = {"packet-type.unknown", "error.code"})
    void unknownPacketType(Case parameters, BitsClient client) {
        Outgoing packet = client.upload(SIZE).pinging();
        (parameters.text("header").equals("missing")
                        ? packet.without(BitsHeaders.PACKET_TYPE)
                        : packet.typed(parameters.text("type")))
                .send();
    }

    @Scenario(
            id = "unknown-packet-type-in-session",
            title = "A packet of a session with a missing or unknown type; then the rest of the upload",
            exercises = {"packet-type.unknown", "error.code", "close-session.status", "delivery.complete"})
    void unknownPacketTypeInSession(Case parameters, BitsClient client) {
        Upload upload = client.upload(SIZE);
        client.setUp(() -> StageOfSession.RECEIVING.reach(upload));
        Outgoing packet = upload.closing();
        (parameters.text("header").equals("missing")
                        ? packet.without(BitsHeaders.PACKET_TYPE)
                        : packet.typed(parameters.text("type")))
                .send();
        upload.sendRest(SIZE);
        upload.close();
        upload.destination().readBack();
    }

    @Scenario(
            id = "packet-type-case",
            title = "A Ping with its packet type in a case that Windows does not send: the answer is only reported",
            exercises = {"answer.sent"})
    void packetTypeCase(Case parameters, BitsClient client) {
        client.pinging().typed(parameters.text("type")).send();
    }

    @Scenario(
            id = "body-unexpected",
            title = "Create-Session, Close-Session or Cancel-Session with a body; then a Ping and, if the session is "
                    + "still open, the packet again without a body",
            exercises = {"body.unexpected"})
    void bodyUnexpected(Case parameters, BitsClient client) {
        Upload upload = client.upload(SIZE);
        Outgoing packet = switch (parameters.text("packet")) {
            case "create" -> upload.creating();
            case "close" -> {
                client.setUp(() -> StageOfSession.COMPLETE.reach(upload));
                yield upload.closing();
            }
            case "cancel" -> {
                client.setUp(() -> StageOfSession.RECEIVING.reach(upload));
                yield upload.cancelling();
            }
            default -> throw new IllegalArgumentException(parameters.text("packet"));
        };
        boolean refused = !packet.body((int) parameters.number("body")).send().success();
        client.ping();
        if (refused && parameters.text("packet").equals("close")) {
            upload.close();
            upload.destination().readBack();
        }
        if (refused && parameters.text("packet").equals("cancel")) {
            upload.cancel();
        }
    }
}
