package org.bitsconformance.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.SocketException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.bitsconformance.cli.console.ConsoleSummary;
import org.bitsconformance.cli.console.Terminal;
import org.bitsconformance.observe.Observation;
import org.bitsconformance.observe.ObservationSettings;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.protocol.Side;
import org.bitsconformance.reference.ReferenceOptions;
import org.bitsconformance.reference.ReferenceServer;
import org.bitsconformance.report.Reports;
import org.bitsconformance.result.SelectedCase;
import org.bitsconformance.run.JudgeRequest;
import org.bitsconformance.run.OutputException;
import org.bitsconformance.run.Rejudged;
import org.bitsconformance.run.UnwritableFolder;
import org.bitsconformance.run.UsageException;
import org.bitsconformance.target.Target;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code observe}: stands between clients and a server, records what passes, and judges it. */
@Command(
        name = "observe",
        description = {
            "Stands between BITS clients and a server, passes on what they send, and judges it; see docs/observing.md.",
            "Without --upstream the reference server answers the clients. It can confront them with stimuli.",
            "With a COMMAND it runs this client for each stimulus.",
            "See docs/client-authors.md about both.",
            "Ends by Ctrl-C, --uploads or --idle, or after the last stimulus; then writes the reports."
        },
        mixinStandardHelpOptions = true,
        usageHelpWidth = 80,
        sortOptions = false)
final class ObserveCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ObserveOptions options;

    @Mixin
    private ClientOptions clients;

    /** What goes on while an observation is open. */
    @FunctionalInterface
    private interface Course {

        void run(Observation observation) throws InterruptedException;
    }

    @Override
    public Integer call() {
        Rejudged.check(options.baseline());
        if (options.upstream().isPresent()) {
            clients.refuseUpstream();
            return observe(options.settings(options.upstream().get(), EnumSet.allOf(Side.class)), awaiting());
        }
        options.refuseTrust();
        Optional<ClientTrials> trials = clients.program().map(program -> new ClientTrials(program, clients, console()));
        trials.ifPresent(any -> options.refuseEnds());
        ReferenceOptions confronting =
                ReferenceOptions.conformant(Document.MC_BUP).confronting(clients.confronting());
        try (ReferenceServer server = ReferenceServer.start(confronting)) {
            return observe(
                    options.settings(Target.at(server.uploadUrl().toString()), EnumSet.of(Side.CLIENT))
                            .noting(this::stimulus)
                            .expecting(trials.map(ClientTrials::cases).orElse(List.of())),
                    trials.<Course>map(found -> observation -> found.run(observation, server))
                            .orElseGet(this::awaiting));
        }
    }

    /** The stimulus that a client meets at a URL, as a parameter of the case; none for nothing. */
    private Map<String, String> stimulus(String resource) {
        return clients.confronting()
                .at(resource)
                .map(id -> Map.of(SelectedCase.STIMULUS, id))
                .orElse(Map.of());
    }

    private int observe(ObservationSettings settings, Course course) {
        try (Observation observation = start(settings)) {
            try (ObserveHook hook = new ObserveHook(observation, console())) {
                console().println("client url:   " + observation.url());
                console().flush();
                int exitCode = judge(observation, course);
                hook.reported(exitCode);
                return exitCode;
            }
        } catch (IOException e) {
            throw new OutputException(UnwritableFolder.words(settings.out(), e));
        }
    }

    /** Waits for clients that come by themselves. */
    private Course awaiting() {
        OptionalLong uploads = options.uploads();
        Optional<Duration> idle = options.idle();
        return observation -> {
            ObserveProgress progress = new ObserveProgress(console(), Terminal.isThere());
            observation.await(uploads, idle, () -> progress.show(observation.numbers()));
            progress.end();
        };
    }

    private int judge(Observation observation, Course course) throws IOException {
        try {
            course.run(observation);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        observation.close();
        observation.unwritten().ifPresent(why -> {
            throw new OutputException(why);
        });
        Rejudged judged = Rejudged.of(new JudgeRequest(
                observation.out().toString(),
                Optional.empty(),
                false,
                options.baseline(),
                Optional.of(observation.out().toString())));
        Reports.write(judged.result(), judged.out());
        new ConsoleSummary(console(), spec.commandLine().getColorScheme().ansi())
                .print(
                        judged.result(),
                        judged.out(),
                        ObserveNotes.of(observation.numbers().unrecorded()));
        return judged.result().verdict().exitCode();
    }

    private static Observation start(ObservationSettings settings) {
        try {
            return Observation.start(settings);
        } catch (IOException e) {
            throw new UsageException(words(settings, e));
        }
    }

    private static String words(ObservationSettings settings, IOException e) {
        return e instanceof SocketException
                ? "--listen " + settings.entrance().host() + ":"
                        + settings.entrance().port() + " cannot be used: " + e.getMessage()
                : UnwritableFolder.words(settings.out(), e);
    }

    private PrintWriter console() {
        return spec.commandLine().getOut();
    }
}
