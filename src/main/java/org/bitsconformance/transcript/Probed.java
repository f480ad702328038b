package org.bitsconformance.transcript;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What harmless probes found out about the target before the first case. What is empty was not probed, or did not show.
 *
 * @param server the {@code Server} header of the first answer, where there was one
 * @param diagnosis why the target could not be tested at all, in plain words; empty if it can
 * @param errorHeader name of the header in which the target sends HRESULTs
 * @param sessionIdForm the form of the session ids that it gives, in a few words
 * @param keepsConnections whether a second request on a connection was answered
 * @param severalConnections whether two connections that were open at once were served in turns, twice each
 * @param notices what to know of the target before its verdicts are read, a clause each; none in records without them
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

    /** Without notices. */
    public Probed(
            Optional<String> server,
            Optional<String> diagnosis,
            Optional<String> errorHeader,
            Optional<String> sessionIdForm,
            Optional<Boolean> keepsConnections,
            Optional<Boolean> severalConnections) {
        this(server, diagnosis, errorHeader, sessionIdForm, keepsConnections, severalConnections, List.of());
    }

    /** Nothing but what shows whether the target can be tested at all. */
    public Probed(Optional<String> server, Optional<String> diagnosis) {
        this(server, diagnosis, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same of a target that could not be tested, for this reason. */
    public Probed with(String why) {
        return new Probed(
                server, Optional.of(why), errorHeader, sessionIdForm, keepsConnections, severalConnections, notices);
    }

    /** The same with one more notice. */
    public Probed noting(String notice) {
        List<String> all = Stream.concat(notices.stream(), Stream.of(notice)).toList();
        return new Probed(server, diagnosis, errorHeader, sessionIdForm, keepsConnections, severalConnections, all);
    }
}
