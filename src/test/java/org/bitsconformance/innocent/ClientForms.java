package org.bitsconformance.innocent;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.reference.client.ClientConduct;
import org.bitsconformance.reference.client.NextStep;
import org.bitsconformance.reference.client.OutgoingPacket;
import org.bitsconformance.reference.client.TakenStep;
import org.bitsconformance.reference.client.Transmission;
import org.bitsconformance.reference.client.UploadJob;
import org.bitsconformance.reference.client.UploadProgress;
import org.bitsconformance.reference.http.HeaderField;

/** What freedoms of clients are made of. */
final class ClientForms {

    private ClientForms() {}

    /** Changes how packets are written or sent, and nothing else. */
    interface Form extends ClientConduct {}

    /** Changes what the client is asked for. */
    @FunctionalInterface
    interface JobForm extends UnaryOperator<UploadJob> {}

    /** Decides what follows a turn. */
    @FunctionalInterface
    interface Choice {

        NextStep of(TakenStep turn, NextStep right, UploadProgress progress);
    }

    static Form changing(UnaryOperator<OutgoingPacket> change) {
        return new Form() {
            @Override
            public OutgoingPacket sending(OutgoingPacket ordinary, UploadProgress progress) {
                return change.apply(ordinary);
            }
        };
    }

    static Form fields(UnaryOperator<HeaderField> change) {
        return changing(packet -> packet.fields(all -> all.stream().map(change).toList()));
    }

    /** Changes the value of a field where it is there. */
    static Form writing(String name, UnaryOperator<String> change) {
        return fields(
                field -> field.isNamed(name) ? new HeaderField(field.name(), change.apply(field.value())) : field);
    }

    static Form delivering(Transmission delivery) {
        return new Form() {
            @Override
            public Transmission delivery(OutgoingPacket packet, UploadProgress progress) {
                return delivery;
            }
        };
    }

    static ClientConduct after(Choice choice) {
        return new ClientConduct() {
            @Override
            public NextStep after(TakenStep turn, NextStep right, UploadProgress progress) {
                return choice.of(turn, right, progress);
            }
        };
    }

    /** Bodies wait for 100. */
    static final class Asking implements Form {

        @Override
        public Transmission delivery(OutgoingPacket packet, UploadProgress progress) {
            return packet.length() > 0 ? Transmission.USUAL.asking() : Transmission.USUAL;
        }
    }

    /** The whole URL is the target. */
    static final class Absolute implements Form {

        @Override
        public OutgoingPacket sending(OutgoingPacket ordinary, UploadProgress progress) {
            return ordinary.target("http://" + ordinary.value("Host") + ordinary.target());
        }
    }

    /** What follows packets that were not taken. */
    record Then(List<NextStep> steps) implements ClientConduct {

        @Override
        public NextStep after(TakenStep turn, NextStep right, UploadProgress progress) {
            long failed = progress.turns().stream()
                    .filter(one -> one.status() != 200 && !one.is(NextStep.CANCEL))
                    .count();
            boolean last = turn.status() != 200 && !turn.is(NextStep.CANCEL);
            if (!last || failed > steps.size()) {
                return right;
            }
            NextStep step = steps.get((int) failed - 1);
            if (step == NextStep.CANCEL) {
                progress.resume();
            }
            return step;
        }
    }

    static OutgoingPacket chunked(OutgoingPacket packet) {
        if (packet.type() != PacketType.FRAGMENT) {
            return packet;
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] plain = packet.body();
        body.writeBytes((Integer.toHexString(plain.length) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        body.writeBytes(plain);
        body.writeBytes("\r\n0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        return packet.body(body.toByteArray()).drop("Content-Length").add("Transfer-Encoding", "chunked");
    }

    /** One conduct after the other. */
    static ClientConduct together(Collection<? extends ClientConduct> all) {
        return new ClientConduct() {
            @Override
            public OutgoingPacket sending(OutgoingPacket ordinary, UploadProgress progress) {
                OutgoingPacket packet = ordinary;
                for (ClientConduct one : all) {
                    packet = one.sending(packet, progress);
                }
                return packet;
            }

            @Override
            public Transmission delivery(OutgoingPacket packet, UploadProgress progress) {
                return all.stream()
                        .map(one -> one.delivery(packet, progress))
                        .filter(delivery -> !delivery.equals(Transmission.USUAL))
                        .reduce(Transmission.USUAL, (earlier, later) -> later);
            }

            @Override
            public NextStep after(TakenStep turn, NextStep right, UploadProgress progress) {
                NextStep step = right;
                for (ClientConduct one : all) {
                    step = one.after(turn, step, progress);
                }
                return step;
            }
        };
    }
}
