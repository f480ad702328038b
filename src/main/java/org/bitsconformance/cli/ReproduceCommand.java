package org.bitsconformance.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.bitsconformance.cli.console.ConsoleSummary;
import org.bitsconformance.cli.console.PreflightNotes;
import org.bitsconformance.cli.console.Progress;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.run.ConformanceRun;
import org.bitsconformance.run.RunPreparation;
import org.bitsconformance.run.RunRequest;
import org.bitsconformance.run.UsageException;
import org.bitsconformance.run.allure.AllureRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code reproduce}: drives the failed cases of an earlier run again. */
@Command(
        name = "reproduce",
        description = {
            "Drives the failed cases of an earlier run again and says whether they still fail.",
            "Exit code 1 if so, 0 if not, 3 if that could not be judged. Options default to those of that run."
        },
        mixinStandardHelpOptions = true,
        usageHelpWidth = 80,
        sortOptions = false)
final class ReproduceCommand implements Callable<Integer> {

    private static final String NAME = "reproduce";

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DIR", description = "Folder of the run, with its report.json.")
    private String folder;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "REQUIREMENT",
            description = "Id of the requirement; by default all that were broken.")
    private Optional<String> requirement = Optional.empty();

    @Mixin
    private TargetOptions target;

    @Override
    public Integer call() {
        EarlierRun earlier = EarlierRun.read(folder);
        List<String> asked = requirement.map(List::of).orElseGet(earlier::reproducible);
        Set<String> cases = earlier.casesThatBroke(asked);
        if (EmbeddedServer.wasJudged(earlier.header())) {
            if (!target.given()) {
                throw new UsageException("the run in " + folder + " judged a reference server that it had started"
                        + " itself and that no longer runs: give --url URL, such as that of the command serve");
            }
            earlier = earlier.undeclared();
        }
        RunRequest request = target.request().asIn(earlier.header(), earlier.methodOverride());
        String name = requirement.map(id -> NAME + " " + id).orElse(NAME);
        PrintWriter console = spec.commandLine().getOut();
        Progress progress = Progress.on(console, target.verbose());
        try (ConformanceRun run = new ConformanceRun(
                new RunPreparation(System::getenv)
                        .prepareAgain(request, earlier.header(), earlier.begun(), name, cases),
                progress::caseEnded)) {
            progress.expect(run.cases().ofScenarios());
            return judge(run, progress, asked);
        }
    }

    private int judge(ConformanceRun run, Progress progress, List<String> asked) {
        PrintWriter console = spec.commandLine().getOut();
        Ansi colours = spec.commandLine().getColorScheme().ansi();
        ConsoleSummary all = new ConsoleSummary(console, colours);
        FinishedRun finished =
                new FinishedRun(run, console, requirement.map(all::about).orElse(all));
        try (InterruptHook hook = new InterruptHook(finished, progress)) {
            PreflightNotes.preflight(run, console);
            AllureRun.execute(run);
            progress.end();
            RunResult result = finished.report();
            List<Reproduced> came =
                    asked.stream().map(id -> Reproduced.of(id, result)).toList();
            came.forEach(one -> console.println(one.sentence()));
            console.flush();
            return Reproduced.exitCode(came);
        }
    }
}
