package org.bitsconformance.reference.client;

/**
 * A step of an upload, and its answer.
 *
 * @param step that was taken
 * @param packet that was sent for it
 * @param answer to it
 */
public record TakenStep(NextStep step, OutgoingPacket packet, ClientAnswer answer) {

    /** Whether it was this step. */
    public boolean is(NextStep other) {
        return step == other;
    }

    /** The status of the answer; 0 if none came. */
    public int status() {
        return answer.status();
    }
}
