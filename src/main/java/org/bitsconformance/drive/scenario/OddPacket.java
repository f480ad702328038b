package org.bitsconformance.drive.scenario;

import java.util.function.UnaryOperator;
import org.bitsconformance.drive.client.BitsClient;
import org.bitsconformance.drive.client.Outgoing;
import org.bitsconformance.drive.client.RawPacket;
import org.bitsconformance.drive.client.Upload;

/**
 * Sends one packet in an odd form at the stage of the session where it belongs, over its own connection. Then sends a
 * Ping and takes an upload to its end: the same one from the offset that the server names, or a new one if that cannot
 * go on.
 */
final class OddPacket {

    static final long SIZE = 4000;

    private final BitsClient client;
    private final UnaryOperator<RawPacket> form;
    private final boolean open;
    private final Upload upload;

    private OddPacket(BitsClient client, UnaryOperator<RawPacket> form, boolean open) {
        this.client = client;
        this.form = form;
        this.open = open;
        this.upload = client.upload(SIZE);
    }

    /** Drives a case about a {@code ping}, {@code create}, {@code fragment}, {@code close} or {@code cancel}. */
    static void drive(String packet, BitsClient client, UnaryOperator<RawPacket> form) {
        drive(packet, client, form, false);
    }

    /** Like {@link #drive}; {@code open} says that the documents leave open whether the server carries out the packet. */
    static void drive(String packet, BitsClient client, UnaryOperator<RawPacket> form, boolean open) {
        OddPacket odd = new OddPacket(client, form, open);
        Upload rest = switch (packet) {
            case "ping" -> odd.ping();
            case "create" -> odd.create();
            case "fragment" -> odd.fragment();
            case "close" -> odd.close();
            case "cancel" -> odd.cancel();
            default -> throw new IllegalArgumentException("no packet is called " + packet);
        };
        client.ping();
        if (!rest.isOpen()) {
            rest.create();
        }
        finish(rest);
    }

    private Upload ping() {
        send(client.pinging());
        return upload;
    }

    private Upload create() {
        send(upload.creating());
        return upload.isOpen() ? upload : another();
    }

    private Upload fragment() {
        client.setUp(() -> StageOfSession.RECEIVING.reach(upload));
        send(upload.fragmenting(SIZE / 2, 3 * SIZE / 4 - 1));
        return upload;
    }

    private Upload close() {
        client.setUp(() -> StageOfSession.COMPLETE.reach(upload));
        send(upload.closing());
        if (upload.isOpen()) {
            upload.close();
        }
        upload.destination().readBack();
        return another();
    }

    private Upload cancel() {
        client.setUp(() -> StageOfSession.RECEIVING.reach(upload));
        send(upload.cancelling());
        if (upload.isOpen()) {
            upload.cancel();
        }
        return another();
    }

    private Upload another() {
        return client.upload(SIZE);
    }

    private void send(Outgoing packet) {
        RawPacket odd = form.apply(packet.raw());
        if (open) {
            client.open(odd::send);
        } else {
            odd.send();
        }
    }

    private static void finish(Upload upload) {
        upload.sendRest(SIZE / 4);
        upload.close();
        upload.destination().readBack();
    }
}
