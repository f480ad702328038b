package org.bitsconformance.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.bitsconformance.plan.Notification;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.run.ConformanceRun;
import org.bitsconformance.run.JUnitPlatformRun;
import org.bitsconformance.run.RunPreparation;
import org.bitsconformance.run.RunRequest;
import org.bitsconformance.run.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code run}: drives a server, judges it, writes the reports. */
@Command(
        name = "run",
        description = {
            "Drives a server, judges it, and writes the reports. Without --url or",
            "--target it starts the reference server and judges that."
        },
        mixinStandardHelpOptions = true,
        usageHelpWidth = 80,
        sortOptions = false)
final class RunCommand implements Callable<Integer> {

    private static final int NOTICE_WIDTH = 78;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = {
                "Where to upload. Ends in /: each upload gets a name of its own under it. Contains {name}: the name goes"
                        + " there. Otherwise used as it is for every upload."
            })
    private Optional<String> url = Optional.empty();

    @Option(names = "--target", paramLabel = "FILE", description = "Target description (YAML); see docs/targets.md.")
    private Optional<String> target = Optional.empty();

    @Mixin
    private SelectionOptions selection;

    @Option(
            names = "--dialect",
            paramLabel = "NAME",
            description = "Which document decides where they disagree: any (default), win32, mc-bup, windows.")
    private Optional<String> dialect = Optional.empty();

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
            description = "From the last byte of a request to the last byte of its Ack; default 5s.")
    private Optional<String> timeout = Optional.empty();

    @Option(names = "--header", paramLabel = "'N: V'", description = "Extra request header; repeatable.")
    private List<String> headers = new ArrayList<>();

    @Option(
            names = "--user",
            paramLabel = "U:P",
            description = "Basic credentials; also from BITS_USER and BITS_PASSWORD.")
    private Optional<String> user = Optional.empty();

    @Option(names = "--ca", paramLabel = "FILE", description = "PEM file of a certificate authority to trust.")
    private Optional<String> ca = Optional.empty();

    @Option(names = "--insecure", description = "Accept any certificate.")
    private boolean insecure;

    @Option(names = "--method-override", description = "Send POST with X-HTTP-Method-Override: BITS_POST.")
    private boolean methodOverride;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the reports go; default a new folder under reports.")
    private Optional<String> out = Optional.empty();

    @Option(
            names = "--order",
            paramLabel = "ORDER",
            description = "In which order cases are driven: plan (default), random, or the seed of a random order.")
    private Optional<String> order = Optional.empty();

    @Option(
            names = "--retries",
            paramLabel = "N",
            description = "How often a failing case is driven again on a fresh session; default 1.")
    private Optional<String> retries = Optional.empty();

    @Option(
            names = "--parallel",
            paramLabel = "N",
            description = "Cases at once, where the target bears it; default 1.")
    private Optional<String> parallel = Optional.empty();

    @Option(names = "--baseline", paramLabel = "FILE", description = "Known failures (YAML); see docs/baselines.md.")
    private Optional<String> baseline = Optional.empty();

    @Option(
            names = "--write-baseline",
            paramLabel = "FILE",
            description = "Writes the failures of this run as a baseline.")
    private Optional<String> writeBaseline = Optional.empty();

    @Option(
            names = "--notification",
            paramLabel = "HOW",
            description = "How the embedded reference server notifies a server application: none, reference, value;"
                    + " default what the plan says. For any other target the target file says it.")
    private Optional<String> notification = Optional.empty();

    @Override
    public Integer call() {
        RunRequest request = new RunRequest(
                url,
                target,
                selection.plan(),
                selection.only(),
                selection.skip(),
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
                RunRequest.Known.NOTHING);
        if (url.isPresent() || target.isPresent()) {
            if (notification.isPresent()) {
                throw new UsageException("--notification is for the embedded server; for another the target file says"
                        + " how it notifies, see docs/targets.md");
            }
            return judge(request, run -> {});
        }
        RunPreparation.select(request);
        Notification.Type how = notification
                .map(RunCommand::notification)
                .orElseGet(() -> RunPreparation.embeddedNotification(request));
        try (EmbeddedServer embedded = EmbeddedServer.start(EmbeddedServer.options(Document.MC_BUP), how)) {
            return judge(embedded.judging(request), embedded::notify);
        }
    }

    private static Notification.Type notification(String word) {
        try {
            return Notification.Type.parse(word);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--notification " + e.getMessage());
        }
    }

    /** {@code begun} is told of the run before anything is sent. */
    private int judge(RunRequest request, Consumer<ConformanceRun> begun) {
        PrintWriter console = spec.commandLine().getOut();
        Progress progress = Progress.on(console);
        try (ConformanceRun run =
                new ConformanceRun(new RunPreparation(System::getenv).prepare(request), progress::caseEnded)) {
            begun.accept(run);
            progress.expect(run.caseCount());
            FinishedRun finished = new FinishedRun(run, console);
            try (InterruptHook hook = new InterruptHook(finished, progress)) {
                if (!run.notice().isEmpty()) {
                    Wrapped.lines(run.notice(), NOTICE_WIDTH).forEach(console::println);
                }
                if (run.preflight().diagnosis().isEmpty() && run.parallel().restrained()) {
                    Wrapped.lines("note: " + run.parallel().follows(), NOTICE_WIDTH)
                            .forEach(console::println);
                }
                JUnitPlatformRun.execute(run);
                progress.end();
                return finished.report().verdict().exitCode();
            }
        }
    }
}
