package org.bitsconformance.run;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bitsconformance.plan.Capabilities;
import org.bitsconformance.plan.NotificationSettings;
import org.bitsconformance.transcript.RunHeader;

/**
 * What the user asks of a run, as typed: options of the command line, or {@code bits.*} properties of a Maven build.
 * Nothing in it has been checked.
 *
 * @param url where to upload
 * @param target a file that describes the target
 * @param plan name or file of the test plan
 * @param only globs of scenario ids
 * @param skip globs of scenario ids
 * @param dialect which document decides
 * @param strict whether a broken SHOULD fails the run
 * @param readback how a finished upload can be read back
 * @param timeout longest time for an answer
 * @param headers extra request headers
 * @param user name and password
 * @param ca a file with a certificate authority to trust
 * @param insecure whether any certificate is accepted
 * @param methodOverride whether to send POST with an override header
 * @param out folder of the reports
 * @param order in which order cases are driven
 * @param retries how often a failing case is driven again
 * @param parallel how many cases at once
 * @param baseline a file of known failures
 * @param writeBaseline where to write a file of the failures of this run
 * @param known what is known of the target without a file that describes it
 */
public record RunRequest(
        Optional<String> url,
        Optional<String> target,
        Optional<String> plan,
        List<String> only,
        List<String> skip,
        Optional<String> dialect,
        boolean strict,
        Optional<String> readback,
        Optional<String> timeout,
        List<String> headers,
        Optional<String> user,
        Optional<String> ca,
        boolean insecure,
        boolean methodOverride,
        Optional<String> out,
        Optional<String> order,
        Optional<String> retries,
        Optional<String> parallel,
        Optional<String> baseline,
        Optional<String> writeBaseline,
        Known known) {

    /**
     * What is known of a target without a file that describes it.
     *
     * @param capabilities what it is set up for
     * @param notification how it notifies a server application
     */
    public record Known(Capabilities capabilities, Optional<NotificationSettings> notification) {

        /** Nothing. */
        public static final Known NOTHING = new Known(Capabilities.UNDECLARED, Optional.empty());
    }

    /** Reads {@code bits.OPTION} properties; lists are separated by commas, headers by line ends. */
    public static RunRequest ofProperties(UnaryOperator<String> properties) {
        UnaryOperator<String> option = name -> properties.apply("bits." + name);
        return new RunRequest(
                text(option, "url"),
                text(option, "target"),
                text(option, "plan"),
                list(option, "only", ","),
                list(option, "skip", ","),
                text(option, "dialect"),
                flag(option, "strict"),
                text(option, "readback"),
                text(option, "timeout"),
                list(option, "header", "\n"),
                text(option, "user"),
                text(option, "ca"),
                flag(option, "insecure"),
                flag(option, "method-override"),
                text(option, "out"),
                text(option, "order"),
                text(option, "retries"),
                text(option, "parallel"),
                text(option, "baseline"),
                text(option, "write-baseline"),
                Known.NOTHING);
    }

    /** The same for a server of our own, of which everything is known; uploads can be read back at their URL. */
    public RunRequest against(String otherUrl, Known itsOwn) {
        return new RunRequest(
                Optional.of(otherUrl),
                target,
                plan,
                only,
                skip,
                dialect,
                strict,
                readback.or(() -> Optional.of("url")),
                timeout,
                headers,
                user,
                ca,
                insecure,
                methodOverride,
                out,
                order,
                retries,
                parallel,
                baseline,
                writeBaseline,
                itsOwn);
    }

    /** The same with another selection of scenarios. */
    public RunRequest selecting(Optional<String> otherPlan, List<String> otherOnly, List<String> otherSkip) {
        return new RunRequest(
                url,
                target,
                otherPlan,
                otherOnly,
                otherSkip,
                dialect,
                strict,
                readback,
                timeout,
                headers,
                user,
                ca,
                insecure,
                methodOverride,
                out,
                order,
                retries,
                parallel,
                baseline,
                writeBaseline,
                known);
    }

    /** The same in another order, with other baselines. */
    public RunRequest ordered(
            Optional<String> otherOrder, Optional<String> otherBaseline, Optional<String> otherWriteBaseline) {
        return new RunRequest(
                url,
                target,
                plan,
                only,
                skip,
                dialect,
                strict,
                readback,
                timeout,
                headers,
                user,
                ca,
                insecure,
                methodOverride,
                out,
                otherOrder,
                retries,
                parallel,
                otherBaseline,
                otherWriteBaseline,
                known);
    }

    /**
     * The same with what was not typed as it was in an earlier run: where a target file is given, what it says counts before
     * the URL and the way to read back of that run. The record does not say which folder uploads were read from.
     */
    public RunRequest asIn(RunHeader earlier, boolean overridden) {
        boolean described = target.isPresent();
        return new RunRequest(
                url.or(() -> described ? Optional.empty() : Optional.of(earlier.url())),
                target,
                plan,
                only,
                skip,
                dialect.or(() -> Optional.of(earlier.dialect().optionName())),
                strict || earlier.strict(),
                readback.or(() -> Optional.of(earlier.readback()).filter(how -> !described && !how.equals("dir"))),
                timeout.or(() -> Optional.of(earlier.timeoutMillis() + "ms")),
                headers,
                user,
                ca,
                insecure,
                methodOverride || overridden,
                out,
                order,
                retries,
                parallel,
                baseline,
                writeBaseline,
                known);
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
