package org.bitsconformance.reference.client;

/** How a client differs from an ordinary one: in nothing, unless a method is overridden. */
public interface ClientConduct {

    /** An ordinary client. */
    ClientConduct ORDINARY = new ClientConduct() {};

    /** The packet that is sent, given the ordinary one. */
    default OutgoingPacket sending(OutgoingPacket ordinary, Progress progress) {
        return ordinary;
    }

    /** How a packet is sent. */
    default Delivery delivery(OutgoingPacket packet, Progress progress) {
        return Delivery.USUAL;
    }

    /** What the client does after an answer, given what is right. */
    default Step after(Turn turn, Step right, Progress progress) {
        return right;
    }

    /** The last step, {@link Step#SUCCEED} or {@link Step#GIVE_UP}, given the right one. */
    default Step end(Step right, Progress progress) {
        return right;
    }
}
