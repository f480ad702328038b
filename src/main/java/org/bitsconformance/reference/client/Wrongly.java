package org.bitsconformance.reference.client;

import java.util.function.UnaryOperator;

/** What conducts of wrong clients are made of. */
final class Wrongly {

    private Wrongly() {}

    /** Decides what a client does after a turn, given what is right. */
    @FunctionalInterface
    interface Choice {

        Step of(Turn turn, Step right, Progress progress);
    }

    /** Changes packets. */
    static ClientConduct sending(When when, UnaryOperator<OutgoingPacket> change) {
        return new ClientConduct() {
            @Override
            public OutgoingPacket sending(OutgoingPacket right, Progress progress) {
                return when.isNow(right, progress) ? change.apply(right) : right;
            }
        };
    }

    static ClientConduct setting(When when, String name, String value) {
        return sending(when, packet -> packet.set(name, value));
    }

    static ClientConduct adding(When when, String name, String value) {
        return sending(when, packet -> packet.add(name, value));
    }

    static ClientConduct dropping(When when, String name) {
        return sending(when, packet -> packet.drop(name));
    }

    /** Goes on otherwise. */
    static ClientConduct choosing(Choice choice) {
        return new ClientConduct() {
            @Override
            public Step after(Turn turn, Step right, Progress progress) {
                return choice.of(turn, right, progress);
            }
        };
    }

    /** Sends the file in one Fragment, whatever was asked for. */
    static ClientConduct whole() {
        return once(Step.CREATE, (turn, right, progress) -> {
            progress.fragment = progress.job().total();
            return right;
        });
    }

    /** Changes packets as one conduct does, and goes on as another one does. */
    static ClientConduct both(ClientConduct packets, ClientConduct course) {
        return new ClientConduct() {
            @Override
            public OutgoingPacket sending(OutgoingPacket right, Progress progress) {
                return packets.sending(right, progress);
            }

            @Override
            public Delivery delivery(OutgoingPacket packet, Progress progress) {
                return packets.delivery(packet, progress);
            }

            @Override
            public Step after(Turn turn, Step right, Progress progress) {
                return course.after(turn, right, progress);
            }
        };
    }

    /** Does something else the first time that a turn is of this kind. */
    static ClientConduct once(Step step, Choice choice) {
        return choosing((turn, right, progress) ->
                turn.is(step) && progress.count(step) == 1 ? choice.of(turn, right, progress) : right);
    }

    /** A conduct that says in the end that the file was uploaded, whatever happened. */
    static ClientConduct claiming(ClientConduct conduct) {
        return new ClientConduct() {
            @Override
            public OutgoingPacket sending(OutgoingPacket right, Progress progress) {
                return conduct.sending(right, progress);
            }

            @Override
            public Delivery delivery(OutgoingPacket packet, Progress progress) {
                return conduct.delivery(packet, progress);
            }

            @Override
            public Step after(Turn turn, Step right, Progress progress) {
                return conduct.after(turn, right, progress);
            }

            @Override
            public Step end(Step right, Progress progress) {
                return Step.SUCCEED;
            }
        };
    }

    /** Delivers packets otherwise. */
    static ClientConduct delivering(When when, Delivery delivery) {
        return new ClientConduct() {
            @Override
            public Delivery delivery(OutgoingPacket packet, Progress progress) {
                return when.isNow(packet, progress) ? delivery : Delivery.USUAL;
            }
        };
    }
}
