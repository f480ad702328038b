package org.bitsconformance.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bitsconformance.observe.ObservationSettings;
import org.bitsconformance.plan.Counts;
import org.bitsconformance.plan.Durations;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.protocol.Side;
import org.bitsconformance.run.RunPreparation;
import org.bitsconformance.run.UsageException;
import org.bitsconformance.target.RequestSettings;
import org.bitsconformance.target.Target;
import org.bitsconformance.target.TargetException;
import org.bitsconformance.target.TargetUrl;
import org.bitsconformance.target.Trust;
import org.bitsconformance.transcript.RunHeader;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of {@code observe}: where clients connect, which server is behind it, when it ends, how it is judged. */
final class ObserveOptions {

    private static final String LOOPBACK = "127.0.0.1";
    private static final int HIGHEST_PORT = 65_535;
    private static final Pattern ADDRESS = Pattern.compile("(?:(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._-]+|\\*):)?(\\d{1,5})");

    /** As long as Windows' client waits for an answer. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    @Option(
            names = "--listen",
            paramLabel = "[HOST:]PORT",
            description = "Where clients connect; by default any free port on 127.0.0.1. *:PORT is every address.")
    private Optional<String> listen = Optional.empty();

    @Option(
            names = "--upstream",
            paramLabel = "URL",
            description = "The server behind it, by the name by which it knows itself.")
    private Optional<String> upstream = Optional.empty();

    @Mixin
    private ListenTlsOptions tls;

    @Option(names = "--ca", paramLabel = "FILE", description = "PEM file of an authority to trust at the server.")
    private Optional<String> ca = Optional.empty();

    @Option(names = "--insecure", description = "Accept any certificate of the server.")
    private boolean insecure;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            description = "Longest time for an answer of the server, and for a pause of either side; default 5m.")
    private Optional<String> timeout = Optional.empty();

    @Option(names = "--uploads", paramLabel = "N", description = "Ends when N uploads were closed or cancelled.")
    private Optional<String> uploads = Optional.empty();

    @Option(
            names = "--idle",
            paramLabel = "DURATION",
            description = "Ends when nothing has passed for so long, such as 30s; also if no client comes.")
    private Optional<String> idle = Optional.empty();

    @Mixin
    private JudgingOptions.Reading reading;

    @Mixin
    private JudgingOptions judging;

    /** The server behind the proxy; empty if the reference server answers. */
    Optional<Target> upstream() {
        return upstream.map(text -> RunPreparation.option("--upstream", text, TargetUrl::parse))
                .map(ObserveOptions::target);
    }

    private static Target target(String url) {
        try {
            return Target.at(url);
        } catch (TargetException e) {
            throw new UsageException("--upstream: " + e.getMessage());
        }
    }

    /** What they ask for, with this server behind the proxy. */
    ObservationSettings settings(Target server, Set<Side> sides) {
        Target target = server.with(new Trust(ca.map(text -> RunPreparation.option("--ca", text, Path::of)), insecure))
                .with(new RequestSettings(
                        server.requests().headers(),
                        false,
                        timeout.map(text -> RunPreparation.option("--timeout", text, Durations::parse))
                                .orElse(LONGEST_WAIT)));
        Matcher address = ADDRESS.matcher(listen.orElse("0"));
        if (!address.matches() || Integer.parseInt(address.group(2)) > HIGHEST_PORT) {
            throw new UsageException("--listen must be PORT or HOST:PORT, not \"" + listen.orElse("") + "\"");
        }
        String host = Optional.ofNullable(address.group(1)).orElse(LOOPBACK).replace("*", "0.0.0.0");
        Path folder = RunPreparation.out(judging.out());
        return new ObservationSettings(
                new ObservationSettings.Entrance(host, Integer.parseInt(address.group(2)), tls.keys(folder)),
                target,
                folder,
                new RunHeader.Judging(
                        reading.dialect().map(RunPreparation::dialect).orElse(Dialect.ANY), judging.strict(), sides));
    }

    /** Refuses what is about a server of the user's own. */
    void refuseTrust() {
        if (ca.isPresent() || insecure) {
            throw new UsageException((ca.isPresent() ? "--ca" : "--insecure") + " is about --upstream; give that too");
        }
    }

    /** After how many closed or cancelled uploads it ends. */
    OptionalLong uploads() {
        return uploads.map(text -> OptionalLong.of(RunPreparation.option("--uploads", text, Counts::parse)))
                .orElse(OptionalLong.empty());
    }

    /** After how long a silence it ends. */
    Optional<Duration> idle() {
        return idle.map(text -> RunPreparation.option("--idle", text, Durations::parse));
    }

    /** Refuses what ends an observation of clients that come by themselves. */
    void refuseEnds() {
        if (uploads.isPresent() || idle.isPresent()) {
            throw new UsageException((uploads.isPresent() ? "--uploads" : "--idle")
                    + " cannot be used with COMMAND, whose last stimulus ends the observation");
        }
    }

    /** A file of known failures. */
    Optional<String> baseline() {
        return judging.baseline();
    }
}
