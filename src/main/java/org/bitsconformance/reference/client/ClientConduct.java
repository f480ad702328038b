package org.bitsconformance.reference.client;

/** How a client differs from an ordinary one: in nothing, unless a method is overridden. */
public interface ClientConduct {

    /** An ordinary client. */
    ClientConduct ORDINARY = new ClientConduct() {};

    /** The packet that is sent, given the ordinary one. */
    default OutgoingPacket sending(OutgoingPacket ordinary, UploadProgress progress) {
        return ordinary;
    }

    /** How a packet is sent. */
    default Transmission delivery(OutgoingPacket packet, UploadProgress progress) {
        return Transmission.USUAL;
    }

    /** What the client does after an answer, given what is right. */
    default NextStep after(TakenStep turn, NextStep right, UploadProgress progress) {
        return right;
    }

    /** The last step, {@link NextStep#SUCCEED} or {@link NextStep#GIVE_UP}, given the right one. */
    default NextStep end(NextStep right, UploadProgress progress) {
        return right;
    }
}
