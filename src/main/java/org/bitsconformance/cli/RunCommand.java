package org.bitsconformance.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.bitsconformance.cli.console.PreflightNotes;
import org.bitsconformance.cli.console.Progress;
import org.bitsconformance.cli.console.Wrapped;
import org.bitsconformance.drive.scenario.Scenario;
import org.bitsconformance.drive.scenario.Scenarios;
import org.bitsconformance.machine.WordsFile;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.reference.ReferenceOptions;
import org.bitsconformance.result.SelectedCase;
import org.bitsconformance.run.ConformanceRun;
import org.bitsconformance.run.RunPreparation;
import org.bitsconformance.run.RunRequest;
import org.bitsconformance.run.RunSetup;
import org.bitsconformance.run.UsageException;
import org.bitsconformance.run.allure.AllureRun;
import org.bitsconformance.target.NotificationSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code run}: drives a server, judges it, writes the reports. */
@Command(
        name = "run",
        description = {
            "Drives a server, judges it, and writes the reports.",
            "Without --url or --target it starts the reference server and judges that."
        },
        mixinStandardHelpOptions = true,
        usageHelpWidth = 80,
        sortOptions = false)
final class RunCommand implements Callable<Integer> {

    private static final int NOTICE_WIDTH = 78;

    @Spec
    private CommandSpec spec;

    @Mixin
    private TargetOptions target;

    @Mixin
    private SelectionOptions selection;

    @Option(
            names = "--order",
            paramLabel = "ORDER",
            description = "The order of cases: plan (default), random, or the seed of a random order.")
    private Optional<String> order = Optional.empty();

    @Mixin
    private BaselineOptions known;

    @Option(
            names = "--notification",
            paramLabel = "HOW",
            description = "How the embedded reference server notifies a server application: none, reference, value;"
                    + " default as in the plan. For your own server use the target file.")
    private Optional<String> notification = Optional.empty();

    @Override
    public Integer call() {
        RunRequest request =
                target.request().selecting(selection.cases()).ordered(order, known.baseline(), known.writeBaseline());
        if (target.given()) {
            if (notification.isPresent()) {
                throw new UsageException("--notification is for the embedded server; for your own server use the"
                        + " target file, see docs/targets.md");
            }
            return judge(request, run -> {});
        }
        ReferenceOptions options = EmbeddedServer.options(Document.MC_BUP);
        boolean large = RunPreparation.select(request).stream().anyMatch(RunCommand::isLarge);
        NotificationSettings.Type how = notification
                .map(word -> RunPreparation.option("--notification", word, NotificationSettings.Type::parse))
                .orElseGet(() -> RunPreparation.embeddedNotification(request));
        if (large && how != NotificationSettings.Type.NONE) {
            throw new UsageException("the embedded server passes no large upload to a server application: leave out"
                    + " --notification, or large-upload");
        }
        boolean whole = !large && selection.words().isEmpty() && RunPreparation.judgesWhole(request);
        try (EmbeddedServer embedded = whole
                ? EmbeddedServer.startWhole(options, how)
                : EmbeddedServer.start(large ? options.takingAnySize() : options, how)) {
            return judge(embedded.judging(whole ? request.severalAtOnce() : request), run -> {
                embedded.notify(run);
                if (whole) {
                    OtherSetUps.of(request, how).ifPresent(run::leaveTo);
                }
            });
        }
    }

    private static boolean isLarge(SelectedCase one) {
        return Scenarios.find(one.scenario())
                .filter(scenario -> scenario.scaled().contains(Scenario.Measure.SIZE))
                .isPresent();
    }

    private RunSetup setup(RunRequest request) {
        Optional<WordsFile> words = selection.words();
        RunSetup setup = new RunPreparation(System::getenv).prepare(request);
        return words.map(file -> setup.driving("words", file.words(), file.alphabet(), false))
                .orElse(setup);
    }

    /** {@code begun} gets the run before anything is sent. */
    private int judge(RunRequest request, Consumer<ConformanceRun> begun) {
        PrintWriter console = spec.commandLine().getOut();
        Progress progress = Progress.on(console, target.verbose());
        try (ConformanceRun run = new ConformanceRun(setup(request), progress::caseEnded)) {
            begun.accept(run);
            progress.expect(run.cases().ofScenarios());
            run.tell(progress::caseGoesOn);
            FinishedRun finished = new FinishedRun(
                    run, console, spec.commandLine().getColorScheme().ansi());
            try (InterruptHook hook = new InterruptHook(finished, progress)) {
                if (!run.setup().notice().isEmpty()) {
                    Wrapped.lines(run.setup().notice(), NOTICE_WIDTH).forEach(console::println);
                }
                PreflightNotes.preflight(run, console);
                AllureRun.execute(run);
                progress.end();
                return finished.report().verdict().exitCode();
            }
        }
    }
}
