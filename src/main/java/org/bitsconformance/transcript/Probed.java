package org.bitsconformance.transcript;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What harmless probes found out about the target before the first case. An empty value was not probed, or the probe
 * was inconclusive.
 *
 * @param server the {@code Server} header of the first answer, if it had one
 * @param diagnosis why the target could not be tested at all, in plain words; empty if it can
 * @param errorHeader name of the header in which the target sends HRESULTs
 * @param sessionIdForm the form of the session ids that it gives, in a few words
 * @param keepsConnections whether a second request on a connection was answered
 * @param severalConnections whether two open connections were served in turns, twice each
 * @param notices what a reader should know about the target before its verdicts, a clause each; older records have none
 */
public record Probed(
        Optional<String> server,
        Optional<String> diagnosis,
        Optional<String> errorHeader,
        Optional<String> sessionIdForm,
        Optional<Boolean> keepsConnections,
        Optional<Boolean> severalConnections,
        List<String> notices)
        implements Event {

    /** Copies the list. */
    public Probed {
        notices = notices == null ? List.of() : List.copyOf(notices);
    }

    /** With no notices. */
    public Probed(
            Optional<String> server,
            Optional<String> diagnosis,
            Optional<String> errorHeader,
            Optional<String> sessionIdForm,
            Optional<Boolean> keepsConnections,
            Optional<Boolean> severalConnections) {
        this(server, diagnosis, errorHeader, sessionIdForm, keepsConnections, severalConnections, List.of());
    }

    /** With only what shows whether the target can be tested at all. */
    public Probed(Optional<String> server, Optional<String> diagnosis) {
        this(server, diagnosis, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A copy for a target that cannot be tested, for this reason. */
    public Probed with(String why) {
        return new Probed(
                server, Optional.of(why), errorHeader, sessionIdForm, keepsConnections, severalConnections, notices);
    }

    /** A copy with one more notice. */
    public Probed noting(String notice) {
        List<String> all = Stream.concat(notices.stream(), Stream.of(notice)).toList();
        return new Probed(server, diagnosis, errorHeader, sessionIdForm, keepsConnections, severalConnections, all);
    }
}
