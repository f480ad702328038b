package org.bitsconformance.innocent;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.reference.client.ClientConduct;
import org.bitsconformance.reference.client.Delivery;
import org.bitsconformance.reference.client.OutgoingPacket;
import org.bitsconformance.reference.client.Progress;
import org.bitsconformance.reference.client.Step;
import org.bitsconformance.reference.client.Turn;
import org.bitsconformance.reference.client.UploadJob;
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

        Step of(Turn turn, Step right, Progress progress);
    }

    static Form changing(UnaryOperator<OutgoingPacket> change) {
        return new Form() {
            @Override
            public OutgoingPacket sending(OutgoingPacket ordinary, Progress progress) {
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

    static Form delivering(Delivery delivery) {
        return new Form() {
            @Override
            public Delivery delivery(OutgoingPacket packet, Progress progress) {
                return delivery;
            }
        };
    }

    static ClientConduct after(Choice choice) {
        return new ClientConduct() {
            @Override
            public Step after(Turn turn, Step right, Progress progress) {
                return choice.of(turn, right, progress);
            }
        };
    }

    /** Bodies wait for 100. */
    static final class Asking implements Form {

        @Override
        public Delivery delivery(OutgoingPacket packet, Progress progress) {
            return packet.length() > 0 ? Delivery.USUAL.asking() : Delivery.USUAL;
        }
    }

    /** The whole URL is the target. */
    static final class Absolute implements Form {

        @Override
        public OutgoingPacket sending(OutgoingPacket ordinary, Progress progress) {
            return ordinary.target("http://" + ordinary.value("Host") + ordinary.target());
        }
    }

    /** What follows packets that were not taken. */
    record Then(List<Step> steps) implements ClientConduct {

        @Override
        public Step after(Turn turn, Step right, Progress progress) {
            long failed = progress.turns().stream()
                    .filter(one -> one.status() != 200 && !one.is(Step.CANCEL))
                    .count();
            boolean last = turn.status() != 200 && !turn.is(Step.CANCEL);
            if (!last || failed > steps.size()) {
                return right;
            }
            Step step = steps.get((int) failed - 1);
            if (step == Step.CANCEL) {
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
            public OutgoingPacket sending(OutgoingPacket ordinary, Progress progress) {
                OutgoingPacket packet = ordinary;
                for (ClientConduct one : all) {
                    packet = one.sending(packet, progress);
                }
                return packet;
            }

            @Override
            public Delivery delivery(OutgoingPacket packet, Progress progress) {
                return all.stream()
                        .map(one -> one.delivery(packet, progress))
                        .filter(delivery -> !delivery.equals(Delivery.USUAL))
                        .reduce(Delivery.USUAL, (earlier, later) -> later);
            }

            @Override
            public Step after(Turn turn, Step right, Progress progress) {
                Step step = right;
                for (ClientConduct one : all) {
                    step = one.after(turn, step, progress);
                }
                return step;
            }
        };
    }
}
