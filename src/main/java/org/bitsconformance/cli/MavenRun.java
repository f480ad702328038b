package org.bitsconformance.cli;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Optional;
import org.bitsconformance.cli.console.ConsoleSummary;
import org.bitsconformance.cli.console.PreflightNotes;
import org.bitsconformance.cli.console.Progress;
import org.bitsconformance.drive.scenario.Order;
import org.bitsconformance.run.ConformanceRun;
import org.bitsconformance.run.CurrentRun;
import org.bitsconformance.run.RunPreparation;
import org.bitsconformance.run.RunRequest;
import org.bitsconformance.run.UsageException;
import org.bitsconformance.run.allure.AllurePresentation;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * A run inside a Maven build: {@code mvn verify -Dbits.url=URL}. Surefire starts the scenarios; this class gives them
 * their run when the session opens, and writes the reports when it closes, even after failures and when the build is
 * interrupted. Cases are driven one at a time, and a failure is listed once, under the id of its case. The key of the run
 * and a seed that it chose become system properties, where JUnit looks for its configuration parameters.
 */
public final class MavenRun implements LauncherSessionListener {

    private final PrintWriter console = new PrintWriter(System.out, true, Charset.defaultCharset());
    private Optional<ConformanceRun> run = Optional.empty();
    private Optional<FinishedRun> finished = Optional.empty();
    private Optional<InterruptHook> hook = Optional.empty();

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        RunRequest request = RunRequest.ofProperties(System::getProperty);
        if (request.server().url().isEmpty() && request.server().file().isEmpty()) {
            return;
        }
        try {
            System.setProperty(Order.PARAMETER, Order.PLAN.toString());
            Progress progress = Progress.ofScenarios(console);
            ConformanceRun begun = new ConformanceRun(
                    new RunPreparation(System::getenv).prepare(request).oneAtATime(), progress::caseEnded);
            progress.expect(begun.cases().ofScenarios());
            System.setProperty(Order.PARAMETER, begun.cases().order().toString());
            begun.tellOnce();
            CurrentRun.put(begun);
            System.setProperty(CurrentRun.PARAMETER, begun.key());
            begun.show(AllurePresentation.ofProcess());
            run = Optional.of(begun);
            finished = Optional.of(new FinishedRun(begun, console, new ConsoleSummary(console).withReportLast()));
            hook = Optional.of(new InterruptHook(finished.get(), progress));
            PreflightNotes.preflight(begun, console);
        } catch (UsageException e) {
            System.setProperty(CurrentRun.PARAMETER, CurrentRun.refuse(e));
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        finished.ifPresent(FinishedRun::report);
        hook.ifPresent(InterruptHook::close);
        run.ifPresent(CurrentRun::remove);
        run.ifPresent(ConformanceRun::close);
    }
}
