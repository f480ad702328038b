package org.bitsconformance.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.bitsconformance.plan.Capabilities;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.reference.HostId;
import org.bitsconformance.reference.ReferenceOptions;
import org.bitsconformance.reference.ReferenceServer;
import org.bitsconformance.run.RunRequest;
import org.bitsconformance.transcript.Declared;
import org.bitsconformance.transcript.RunHeader;

/** The reference server as {@code run} starts it without a target: set up so that what can be declared is judged. */
final class EmbeddedServer {

    /** The server's own, so that who follows it comes back to it. */
    private static final String HOST = "127.0.0.1";

    private static final Duration FALLBACK = Duration.ofSeconds(110);

    /** What it is set up for. */
    static Capabilities known(ReferenceServer server) {
        return new Capabilities(
                Optional.of(false),
                Optional.of(HOST),
                Optional.of(FALLBACK),
                Optional.empty(),
                new Capabilities.Limits(
                        Optional.empty(),
                        new Capabilities.Places(
                                Optional.of(server.uploadUrl().toString()),
                                Optional.of(server.disabledUrl().toString()),
                                Optional.of(server.executeUrl().toString()))));
    }

    private EmbeddedServer() {}

    /** How it is set up, without faults. */
    static ReferenceOptions options(Document document) {
        return ReferenceOptions.conformant(document)
                .withoutOverwriting()
                .withHostId(new HostId(HOST, FALLBACK.toSeconds()));
    }

    /** A run against such a server. */
    static RunRequest judging(ReferenceServer server, RunRequest request) {
        return request.against(server.uploadUrl().toString(), known(server));
    }

    /** Whether a run judged such a server, by what it was told; the server ended with the run. */
    static boolean wasJudged(RunHeader header) {
        Declared declared = header.declared();
        return header.url().startsWith("http://" + HOST + ":")
                && declared.overwrite().equals(Optional.of(false))
                && declared.host().equals(Optional.of(HOST))
                && declared.hostIdFallbackSeconds().equals(OptionalLong.of(FALLBACK.toSeconds()));
    }
}
