package org.bitsconformance.run;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bitsconformance.target.Target;
import org.bitsconformance.transcript.RunHeader;

/**
 * The options of a run, as the user typed them and not yet checked: command line options, or {@code bits.*} properties
 * of a Maven build.
 *
 * @param server which server, and how it is reached
 * @param cases which cases are driven
 * @param pace in which order, how often and how many at once
 * @param judging how the run is judged
 * @param out folder of the reports
 */
public record RunRequest(Server server, Cases cases, Pace pace, Judging judging, Optional<String> out) {

    /** How many cases run at once against the embedded reference server. */
    private static final String AT_ONCE = "3";

    /**
     * Which server is driven, and how it is reached.
     *
     * @param url where to upload
     * @param file a file that describes the target
     * @param own the target, if the suite itself started it
     * @param readback how a finished upload can be read back
     * @param requests how requests go to it
     * @param access what it asks for, and which certificates it may have
     */
    public record Server(
            Optional<String> url,
            Optional<String> file,
            Optional<Target> own,
            Optional<String> readback,
            Requests requests,
            Admission access) {}

    /**
     * How requests go to the server.
     *
     * @param headers extra request headers
     * @param methodOverride whether to send POST with an override header
     * @param timeout longest time for an answer
     */
    public record Requests(List<String> headers, boolean methodOverride, Optional<String> timeout) {}

    /**
     * What the server asks for, and which certificates the suite accepts.
     *
     * @param user name and password
     * @param ca a file with a certificate authority to trust
     * @param insecure whether any certificate is accepted
     */
    public record Admission(Optional<String> user, Optional<String> ca, boolean insecure) {}

    /**
     * Which cases are driven.
     *
     * @param plan name or file of the test plan
     * @param only globs of scenario ids
     * @param skip globs of scenario ids
     * @param shard which part of them
     * @param scale how much they drive
     */
    public record Cases(
            Optional<String> plan, List<String> only, List<String> skip, Optional<String> shard, Scale scale) {

        /** The cases of the default plan. */
        public static final Cases USUAL =
                new Cases(Optional.empty(), List.of(), List.of(), Optional.empty(), Scale.USUAL);
    }

    /**
     * How much the cases drive if they leave that open.
     *
     * @param size of a large upload
     * @param uploads how many uploads at the same time
     * @param seed of what happens at random places
     */
    public record Scale(Optional<String> size, Optional<String> uploads, Optional<String> seed) {

        /** Nothing was typed. */
        public static final Scale USUAL = new Scale(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * How cases are driven.
     *
     * @param order in which order
     * @param retries how often a failing case is driven again
     * @param parallel how many cases at once
     */
    public record Pace(Optional<String> order, Optional<String> retries, Optional<String> parallel) {}

    /**
     * How the run is judged.
     *
     * @param dialect which document decides
     * @param strict whether a broken SHOULD fails the run
     * @param baseline a file of known failures
     * @param writeBaseline where to write a file of the failures of this run
     */
    public record Judging(
            Optional<String> dialect, boolean strict, Optional<String> baseline, Optional<String> writeBaseline) {}

    /** Reads {@code bits.OPTION} properties; lists are separated by commas, headers by line ends. */
    public static RunRequest ofProperties(UnaryOperator<String> properties) {
        UnaryOperator<String> option = name -> properties.apply("bits." + name);
        return new RunRequest(
                new Server(
                        text(option, "url"),
                        text(option, "target"),
                        Optional.empty(),
                        text(option, "readback"),
                        new Requests(
                                list(option, "header", "\n"), flag(option, "method-override"), text(option, "timeout")),
                        new Admission(text(option, "user"), text(option, "ca"), flag(option, "insecure"))),
                new Cases(
                        text(option, "plan"),
                        list(option, "only", ","),
                        list(option, "skip", ","),
                        text(option, "shard"),
                        new Scale(text(option, "size"), text(option, "uploads"), text(option, "seed"))),
                new Pace(text(option, "order"), text(option, "retries"), text(option, "parallel")),
                new Judging(
                        text(option, "dialect"),
                        flag(option, "strict"),
                        text(option, "baseline"),
                        text(option, "write-baseline")),
                text(option, "out"));
    }

    /** A copy for a server that the suite started. */
    public RunRequest against(Target own) {
        Server theirs =
                new Server(server.url, server.file, Optional.of(own), server.readback, server.requests, server.access);
        return new RunRequest(theirs, cases, pace, judging, out);
    }

    /** A copy with another selection of scenarios. */
    public RunRequest selecting(Cases others) {
        return new RunRequest(server, others, pace, judging, out);
    }

    /**
     * A copy with {@value #AT_ONCE} cases at once, so that the others go on while one waits, unless the options ask for a number
     * or an order.
     */
    public RunRequest severalAtOnce() {
        return pace.parallel.isPresent() || pace.order.isPresent()
                ? this
                : new RunRequest(server, cases, new Pace(pace.order, pace.retries, Optional.of(AT_ONCE)), judging, out);
    }

    /** A copy with another order and other baselines. */
    public RunRequest ordered(Optional<String> order, Optional<String> baseline, Optional<String> writeBaseline) {
        return new RunRequest(
                server,
                cases,
                new Pace(order, pace.retries, pace.parallel),
                new Judging(judging.dialect, judging.strict, baseline, writeBaseline),
                out);
    }

    /**
     * A copy that fills what was not typed from an earlier run. If a target file is given, it takes precedence over
     * that run's URL and way to read back. The record does not say from which folder uploads were read.
     */
    public RunRequest asIn(RunHeader earlier, boolean overridden) {
        boolean described = server.file.isPresent();
        Requests requests = server.requests;
        Server same = new Server(
                server.url.or(() -> described
                        ? Optional.empty()
                        : Optional.of(earlier.target().url())),
                server.file,
                server.own,
                server.readback.or(
                        () -> Optional.of(earlier.target().readback()).filter(how -> !described && !how.equals("dir"))),
                new Requests(
                        requests.headers,
                        requests.methodOverride || overridden,
                        requests.timeout.or(() -> Optional.of(earlier.target().timeoutMillis() + "ms"))),
                server.access);
        Judging judged = new Judging(
                judging.dialect.or(() -> Optional.of(earlier.judging().dialect().optionName())),
                judging.strict || earlier.judging().strict(),
                judging.baseline,
                judging.writeBaseline);
        return new RunRequest(same, cases, pace, judged, out);
    }

    private static Optional<String> text(UnaryOperator<String> option, String name) {
        return Optional.ofNullable(option.apply(name)).filter(value -> !value.isEmpty());
    }

    private static List<String> list(UnaryOperator<String> option, String name, String separator) {
        return text(option, name).stream()
                .flatMap(value -> Arrays.stream(value.split(separator)))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private static boolean flag(UnaryOperator<String> option, String name) {
        return text(option, name)
                .filter(value -> !value.equalsIgnoreCase("false"))
                .isPresent();
    }
}
