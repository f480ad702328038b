package org.bitsconformance.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitsconformance.run.RunRequest;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of the commands that drive a server: which one, how it is reached, how it is judged, where the reports go. */
final class TargetOptions {

    @Option(
            names = "--url",
            paramLabel = "URL",
            description =
                    "Where to upload. If it ends in /, each upload gets its own name in that folder. If it contains"
                            + " {name}, the name goes there. Otherwise every upload uses it as it is.")
    private Optional<String> url = Optional.empty();

    @Option(names = "--target", paramLabel = "FILE", description = "Target file (YAML); see docs/targets.md.")
    private Optional<String> target = Optional.empty();

    @Mixin
    private JudgingOptions.Reading reading;

    @Option(names = "--strict", description = "A broken SHOULD fails the run.")
    private boolean strict;

    @Option(
            names = "--readback",
            paramLabel = "HOW",
            description = "How a finished upload can be read back: auto (default), none, url, dir:PATH.")
    private Optional<String> readback = Optional.empty();

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            description = "Longest time from the last byte of a request to the last byte of its Ack; default 5s.")
    private Optional<String> timeout = Optional.empty();

    @Option(names = "--header", paramLabel = "'N: V'", description = "Extra request header; repeatable.")
    private List<String> headers = new ArrayList<>();

    @Option(
            names = "--user",
            paramLabel = "U:P",
            description = "Basic credentials; or set BITS_USER and BITS_PASSWORD.")
    private Optional<String> user = Optional.empty();

    @Option(names = "--ca", paramLabel = "FILE", description = "PEM file of a certificate authority to trust.")
    private Optional<String> ca = Optional.empty();

    @Option(names = "--insecure", description = "Accept any certificate.")
    private boolean insecure;

    @Option(names = "--method-override", description = "Send POST with X-HTTP-Method-Override: BITS_POST.")
    private boolean methodOverride;

    @Option(
            names = "--retries",
            paramLabel = "N",
            description = "How often to repeat a failing case on a fresh session; default 1.")
    private Optional<String> retries = Optional.empty();

    @Option(
            names = "--parallel",
            paramLabel = "N",
            description = "Cases at once, if the target serves several connections; default 1, and 3 for plan"
                    + " full on the reference server.")
    private Optional<String> parallel = Optional.empty();

    @Mixin
    private JudgingOptions.Out out;

    @Option(
            names = "--verbose",
            description =
                    "Print a line for each case. By default, output to a pipe or file has a line for each scenario and"
                            + " for each case that neither passed nor was skipped.")
    private boolean verbose;

    /** Whether the user named a server. */
    boolean given() {
        return url.isPresent() || target.isPresent();
    }

    /** Whether to show each case. */
    boolean verbose() {
        return verbose;
    }

    /** The request that they make, with the full plan in its order, and without a baseline. */
    RunRequest request() {
        return new RunRequest(
                new RunRequest.Server(
                        url,
                        target,
                        Optional.empty(),
                        readback,
                        new RunRequest.Requests(headers, methodOverride, timeout),
                        new RunRequest.Admission(user, ca, insecure)),
                RunRequest.Cases.USUAL,
                new RunRequest.Pace(Optional.empty(), retries, parallel),
                new RunRequest.Judging(reading.dialect(), strict, Optional.empty(), Optional.empty()),
                out.folder());
    }
}
