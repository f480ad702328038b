package org.bitsconformance.drive.readback;

import java.time.Duration;

/**
 * How long to look for a finished upload that is not in its place yet. At first this is as long as a server may take.
 * After a few uploads that were not found it is a quarter of that, but at least four times the slowest upload that
 * came; after several in a row that never came, nothing.
 */
final class DeliveryWait {

    private static final int IN_A_ROW = 2;
    private static final int ALTOGETHER = 3;
    private static final int PART = 4;
    private static final int TIMES_SLOWEST = 4;

    private static final Duration SHORT = Duration.ofMillis(50);

    private Duration full;
    private int inARow;
    private int altogether;
    private Duration slowest = Duration.ZERO;

    /** {@code full} is how long a server may take to put an upload in its place. */
    DeliveryWait(Duration full) {
        this.full = full;
    }

    /** From now on waits for little longer than the slowest upload took that came. */
    synchronized void hurry() {
        Duration usual = slowest.multipliedBy(TIMES_SLOWEST).plus(SHORT);
        full = usual.compareTo(full) < 0 ? usual : full;
    }

    /** How long to look for the next upload. */
    synchronized Duration now() {
        if (inARow >= IN_A_ROW) {
            return Duration.ZERO;
        }
        if (altogether < ALTOGETHER) {
            return full;
        }
        Duration part = full.dividedBy(PART);
        Duration usual = slowest.multipliedBy(TIMES_SLOWEST);
        Duration wanted = part.compareTo(usual) > 0 ? part : usual;
        return wanted.compareTo(full) < 0 ? wanted : full;
    }

    /** Records that an upload was found this long after the first look. */
    synchronized void came(Duration after) {
        inARow = 0;
        slowest = after.compareTo(slowest) > 0 ? after : slowest;
    }

    /** Records that an upload was not found in time. */
    synchronized void neverCame() {
        inARow++;
        altogether++;
    }
}
