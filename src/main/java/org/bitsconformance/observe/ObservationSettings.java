package org.bitsconformance.observe;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.bitsconformance.protocol.Side;
import org.bitsconformance.result.SelectedCase;
import org.bitsconformance.target.Target;
import org.bitsconformance.transcript.RunHeader;

/**
 * What is observed, and how.
 *
 * @param entrance where clients connect
 * @param upstream the server behind the proxy; the time limit of its requests is that for an answer, and for a pause
 * @param out where the reports go; the record goes into a folder of it
 * @param judging how the record is to be judged
 * @param parameters what else to note of an upload, given path and query of its URL; goes into the parameters of its
 *     case
 * @param expected ids of the cases that are to come; empty if nobody knows them
 * @param mostPackets how many packets are recorded; uploads that begin later pass unrecorded
 */
public record ObservationSettings(
        Entrance entrance,
        Target upstream,
        Path out,
        RunHeader.Judging judging,
        Function<String, Map<String, String>> parameters,
        List<String> expected,
        long mostPackets) {

    /** More would not fit into the memory of the judge. */
    public static final long MOST_PACKETS = 20_000;

    /**
     * Where clients connect.
     *
     * @param host address to listen on
     * @param port to listen on; 0 for any free one
     * @param tls keys for clients that speak TLS; empty if they do not
     */
    public record Entrance(String host, int port, Optional<SSLContext> tls) {}

    /** With nothing else to note, and the usual limit. */
    public ObservationSettings(Entrance entrance, Target upstream, Path out, RunHeader.Judging judging) {
        this(entrance, upstream, out, judging, resource -> Map.of(), List.of(), MOST_PACKETS);
    }

    /** A copy that notes these parameters of an upload. */
    public ObservationSettings noting(Function<String, Map<String, String>> other) {
        return new ObservationSettings(entrance, upstream, out, judging, other, expected, mostPackets);
    }

    /** A copy for which these cases are to come. */
    public ObservationSettings expecting(List<String> cases) {
        return new ObservationSettings(entrance, upstream, out, judging, parameters, cases, mostPackets);
    }

    /** Whether the server behind the proxy is judged. */
    boolean judgesServer() {
        return judging.of(Side.SERVER);
    }

    /** Ids of the requirements that every case exists to exercise. */
    List<String> exercises() {
        return List.of(judgesServer() ? "answer.packet-type" : SelectedCase.OF_CLIENTS);
    }
}
