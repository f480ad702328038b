package org.bitsconformance.drive.scenario;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bitsconformance.drive.client.BitsClient;
import org.bitsconformance.drive.client.RawPacket;
import org.bitsconformance.drive.client.Upload;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.transcript.http.Answer;

/** Header fields in forms that client libraries do not send (MC-BUP 2.2, 2.2.1; RFC 2616 4.2). */
class HeaderFormScenarios {

    private static final int FOUR_KB = 4096;

    @Scenario(
            id = "http-header-repeated",
            title = "A packet with a header field twice; then a Ping, and an upload to its end",
            exercises = {"ping.status", "delivery.complete"})
    void repeated(Case parameters, BitsClient client) {
        String name = parameters.text("header");
        String second = parameters.text("second");
        UnaryOperator<RawPacket> form =
                packet -> second.equals("same") ? packet.repeating(name) : packet.with(name, second);
        OddPacket.drive(parameters.text("packet"), client, form);
    }

    @Scenario(
            id = "http-header-folded",
            title = "A packet with a header field that continues in the next line; then an upload to its end",
            exercises = {"ping.status", "delivery.complete"})
    void folded(Case parameters, BitsClient client) {
        OddPacket.drive(parameters.text("packet"), client, packet -> packet.folding(parameters.text("header")));
    }

    @Scenario(
            id = "http-header-empty",
            title = "A packet with a header field without a value; then a Ping, and an upload to its end",
            exercises = {"ping.status", "delivery.complete"})
    void empty(Case parameters, BitsClient client) {
        String name = parameters.text("header");
        boolean open = name.equals(BitsHeaders.CONTENT_NAME);
        OddPacket.drive(parameters.text("packet"), client, packet -> packet.replacing(name, ""), open);
    }

    @Scenario(
            id = "http-header-length",
            title = "A Create-Session with a header value of 4 KB or more; then a Ping, and an upload to its end",
            exercises = {"ping.status", "delivery.complete"})
    void length(Case parameters, BitsClient client) {
        String name = parameters.text("header");
        int length = (int) parameters.number("length");
        String value = "n".repeat(length);
        boolean ofTheProtocol = name.equals(BitsHeaders.CONTENT_NAME);
        boolean open = ofTheProtocol ? length <= FOUR_KB : length > FOUR_KB;
        OddPacket.drive("create", client, packet -> packet.without(name).with(name, value), open);
    }

    @Scenario(
            id = "http-header-blanks",
            title = "A whole upload with spaces, tabs or nothing around the values of the header fields",
            exercises = {
                "create-session.status",
                "fragment.status.next",
                "close-session.status",
                "session-id.echoed",
                "session-id.same",
                "delivery.complete"
            })
    void blanks(Case parameters, BitsClient client) {
        UnaryOperator<RawPacket> form = around(parameters.text("blanks"));
        Upload upload = client.upload(OddPacket.SIZE);
        Optional<Answer> created = form.apply(upload.creating().raw()).send();
        if (!upload.isOpen()) {
            if (created.filter(answer -> answer.success() || answer.ofTheProtocol())
                    .isEmpty()) {
                throw client.notApplicable(
                        "Create-Session with such blanks was refused without an Ack, as a front end may");
            }
            throw client.prerequisiteMissing("Create-Session gave no session");
        }
        form.apply(upload.fragmenting(0, OddPacket.SIZE - 1).raw()).send();
        form.apply(upload.closing().raw()).send();
        upload.destination().readBack();
    }

    private static UnaryOperator<RawPacket> around(String word) {
        return switch (word) {
            case "none" -> packet -> packet.surrounding("", "");
            case "spaces" -> packet -> packet.surrounding("   ", "  ");
            case "tabs" -> packet -> packet.surrounding("\t", "\t");
            case "mixed" -> packet -> packet.surrounding(" \t ", "\t ");
            default -> throw new IllegalArgumentException("no blanks are called " + word);
        };
    }
}
