package org.bitsconformance.cli;

import java.util.ArrayList;
import java.util.List;
import org.bitsconformance.observe.ObservationSettings;
import org.bitsconformance.observe.Tally;
import org.bitsconformance.result.Counted;

/** What a user should know of an observation besides its verdict. */
final class ObserveNotes {

    private ObserveNotes() {}

    /** A sentence each. */
    static List<String> of(Tally.Unrecorded all) {
        List<String> notes = new ArrayList<>();
        if (all.others() > 0) {
            notes.add(Counted.of(all.others(), "request") + " passed that "
                    + (all.others() == 1 ? "is no BITS packet." : "are no BITS packets."));
        }
        if (all.begunBefore() > 0) {
            notes.add(Counted.of(all.begunBefore(), "packet")
                    + " of sessions that began before the observation passed unrecorded.");
        }
        if (all.notHttp() > 0) {
            notes.add(Counted.of(all.notHttp(), "connection") + " carried something that is not HTTP.");
        }
        if (all.unreached() > 0) {
            notes.add(Counted.of(all.unreached(), "request")
                    + " could not be passed on, since the server could not be reached.");
        }
        if (all.turnedAway() > 0) {
            notes.add(Counted.of(all.turnedAway(), "connection")
                    + " of clients was closed at once: there were too many at a time.");
        }
        if (all.overLimit() > 0) {
            notes.add(Counted.of(all.overLimit(), "packet") + " passed unrecorded: uploads that begin after" + " "
                    + ObservationSettings.MOST_PACKETS + " packets are not recorded.");
        }
        return List.copyOf(notes);
    }
}
