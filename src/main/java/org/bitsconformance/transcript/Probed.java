package org.bitsconformance.transcript;

import java.util.Optional;

/**
 * What harmless probes found out about the target before the first case. What is empty was not probed, or did not show.
 *
 * @param server the {@code Server} header of the first answer, where there was one
 * @param diagnosis why the target could not be tested at all, in plain words; empty where it can
 * @param errorHeader name of the header in which the target sends HRESULTs
 * @param sessionIdForm the form of the session ids that it gives, in a few words
 * @param keepsConnections whether a second request on a connection was answered
 * @param severalConnections whether two connections that were open at once were served in turns, twice each
 */
public record Probed(
        Optional<String> server,
        Optional<String> diagnosis,
        Optional<String> errorHeader,
        Optional<String> sessionIdForm,
        Optional<Boolean> keepsConnections,
        Optional<Boolean> severalConnections)
        implements Event {

    /** Nothing but what shows whether the target can be tested at all. */
    public Probed(Optional<String> server, Optional<String> diagnosis) {
        this(server, diagnosis, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
