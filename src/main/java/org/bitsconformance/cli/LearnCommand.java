package org.bitsconformance.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.bitsconformance.cli.console.PreflightNotes;
import org.bitsconformance.cli.console.Progress;
import org.bitsconformance.cli.console.Wrapped;
import org.bitsconformance.drive.word.Reaction;
import org.bitsconformance.machine.Machine;
import org.bitsconformance.machine.Word;
import org.bitsconformance.machine.WordsFile;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.reference.FrontEndKind;
import org.bitsconformance.run.ConformanceRun;
import org.bitsconformance.run.OutputException;
import org.bitsconformance.run.RunPreparation;
import org.bitsconformance.run.RunRequest;
import org.bitsconformance.run.RunSetup;
import org.bitsconformance.run.allure.AllureRun;
import org.bitsconformance.target.NotificationSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code learn}: learns the state machine of a server, has all its transitions judged, and draws it. */
@Command(
        name = "learn",
        description = {
            "Learns the state machine of a server, judges every transition of it, and draws it; see docs/learning.md.",
            "Without --url or --target it learns the reference server."
        },
        mixinStandardHelpOptions = true,
        usageHelpWidth = 80,
        sortOptions = false)
final class LearnCommand implements Callable<Integer> {

    private static final int CHANGED = 1;
    private static final int WIDTH = 78;

    @Spec
    private CommandSpec spec;

    @Mixin
    private TargetOptions target;

    @Mixin
    private LearnOptions options;

    @Mixin
    private BaselineOptions known;

    @Override
    public Integer call() {
        LearnOptions.Checked checked = options.checked();
        RunRequest request = target.request().ordered(Optional.empty(), known.baseline(), known.writeBaseline());
        if (target.given()) {
            return learn(request, checked);
        }
        try (EmbeddedServer embedded = EmbeddedServer.start(
                EmbeddedServer.options(Document.MC_BUP).withFrontEnd(FrontEndKind.SOCKET),
                NotificationSettings.Type.NONE)) {
            return learn(embedded.judging(request), checked);
        }
    }

    private int learn(RunRequest request, LearnOptions.Checked checked) {
        PrintWriter console = spec.commandLine().getOut();
        RunSetup setup = new RunPreparation(System::getenv).prepare(request);
        try (Learning learning = new Learning(setup, checked, console)) {
            Machine machine = learning.learn();
            return judge(setup, machine, learning, checked);
        }
    }

    private int judge(RunSetup setup, Machine machine, Learning learning, LearnOptions.Checked checked) {
        PrintWriter console = spec.commandLine().getOut();
        Progress progress = Progress.on(console, target.verbose());
        List<Word> words = words(machine, checked);
        RunSetup driven = setup.driving(
                "learn", words, checked.alphabet().name(), !machine.learning().complete());
        try (ConformanceRun run = new ConformanceRun(driven, progress::caseEnded)) {
            run.missing(machine.learning().reason());
            progress.expect(run.cases().ofScenarios());
            FinishedRun finished = new FinishedRun(
                            run, console, spec.commandLine().getColorScheme().ansi())
                    .with(machine);
            try (InterruptHook hook = new InterruptHook(finished, progress)) {
                if (learning.interrupted()) {
                    run.interrupt();
                }
                PreflightNotes.preflight(run, console);
                AllureRun.execute(run);
                progress.end();
                int exitCode = finished.report().verdict().exitCode();
                checked.keep()
                        .ifPresent(file ->
                                keep(file, words, machine, checked.alphabet().name()));
                return isAnother(machine, checked.earlier()) ? CHANGED : exitCode;
            }
        }
    }

    /** Whether a machine differs from an earlier one; the first difference is printed. */
    private boolean isAnother(Machine machine, Optional<Machine> earlier) {
        Optional<Machine.Difference> difference = earlier.flatMap(machine::differenceFrom);
        PrintWriter console = spec.commandLine().getOut();
        difference
                .map(one ->
                        "changed: " + one.word() + " is answered " + one.answer() + ", and was answered " + one.other())
                .ifPresent(line -> Wrapped.lines(line, WIDTH).forEach(console::println));
        console.flush();
        return difference.isPresent();
    }

    private static void keep(Path file, List<Word> driven, Machine machine, String alphabet) {
        List<Word> words = Stream.concat(
                        driven.stream(),
                        machine.hidden().stream().map(one -> new Word(one.history()).then(new Word(one.separating()))))
                .distinct()
                .toList();
        try {
            Files.writeString(file, new WordsFile(alphabet, words).text());
        } catch (IOException e) {
            throw new OutputException("--keep " + file + " cannot be written: " + e.getMessage());
        }
    }

    /** One word for each transition; if none is known, one for each symbol. */
    private static List<Word> words(Machine machine, LearnOptions.Checked checked) {
        return machine.transitions().isEmpty()
                ? checked.alphabet().symbols().stream()
                        .map(symbol -> Word.EMPTY.then(symbol.name()))
                        .toList()
                : machine.transitionWords(Reaction::nothingSent);
    }
}
