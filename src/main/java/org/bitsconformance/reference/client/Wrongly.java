package org.bitsconformance.reference.client;

import java.util.function.UnaryOperator;

/** What conducts of wrong clients are made of. */
final class Wrongly {

    private Wrongly() {}

    /** Decides what a client does after a turn, given what is right. */
    @FunctionalInterface
    interface Choice {

        NextStep of(TakenStep turn, NextStep right, UploadProgress progress);
    }

    /** Changes packets. */
    static ClientConduct sending(WhichPacket when, UnaryOperator<OutgoingPacket> change) {
        return new ClientConduct() {
            @Override
            public OutgoingPacket sending(OutgoingPacket right, UploadProgress progress) {
                return when.isNow(right, progress) ? change.apply(right) : right;
            }
        };
    }

    static ClientConduct setting(WhichPacket when, String name, String value) {
        return sending(when, packet -> packet.set(name, value));
    }

    static ClientConduct adding(WhichPacket when, String name, String value) {
        return sending(when, packet -> packet.add(name, value));
    }

    static ClientConduct dropping(WhichPacket when, String name) {
        return sending(when, packet -> packet.drop(name));
    }

    /** Goes on otherwise. */
    static ClientConduct choosing(Choice choice) {
        return new ClientConduct() {
            @Override
            public NextStep after(TakenStep turn, NextStep right, UploadProgress progress) {
                return choice.of(turn, right, progress);
            }
        };
    }

    /** Sends the file in one Fragment, whatever was asked for. */
    static ClientConduct whole() {
        return once(NextStep.CREATE, (turn, right, progress) -> {
            progress.fragment = progress.job().total();
            return right;
        });
    }

    /** Changes packets as one conduct does, and goes on as another one does. */
    static ClientConduct both(ClientConduct packets, ClientConduct course) {
        return new ClientConduct() {
            @Override
            public OutgoingPacket sending(OutgoingPacket right, UploadProgress progress) {
                return packets.sending(right, progress);
            }

            @Override
            public Transmission delivery(OutgoingPacket packet, UploadProgress progress) {
                return packets.delivery(packet, progress);
            }

            @Override
            public NextStep after(TakenStep turn, NextStep right, UploadProgress progress) {
                return course.after(turn, right, progress);
            }
        };
    }

    /** Does something else the first time that a turn is of this kind. */
    static ClientConduct once(NextStep step, Choice choice) {
        return choosing((turn, right, progress) ->
                turn.is(step) && progress.count(step) == 1 ? choice.of(turn, right, progress) : right);
    }

    /** A conduct that says in the end that the file was uploaded, whatever happened. */
    static ClientConduct claiming(ClientConduct conduct) {
        return new ClientConduct() {
            @Override
            public OutgoingPacket sending(OutgoingPacket right, UploadProgress progress) {
                return conduct.sending(right, progress);
            }

            @Override
            public Transmission delivery(OutgoingPacket packet, UploadProgress progress) {
                return conduct.delivery(packet, progress);
            }

            @Override
            public NextStep after(TakenStep turn, NextStep right, UploadProgress progress) {
                return conduct.after(turn, right, progress);
            }

            @Override
            public NextStep end(NextStep right, UploadProgress progress) {
                return NextStep.SUCCEED;
            }
        };
    }

    /** Delivers packets otherwise. */
    static ClientConduct delivering(WhichPacket when, Transmission delivery) {
        return new ClientConduct() {
            @Override
            public Transmission delivery(OutgoingPacket packet, UploadProgress progress) {
                return when.isNow(packet, progress) ? delivery : Transmission.USUAL;
            }
        };
    }
}
