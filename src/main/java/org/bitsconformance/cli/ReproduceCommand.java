package org.bitsconformance.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.bitsconformance.result.Finding;
import org.bitsconformance.result.RequirementResult;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.result.Verdict;
import org.bitsconformance.run.ConformanceRun;
import org.bitsconformance.run.JUnitPlatformRun;
import org.bitsconformance.run.RunPreparation;
import org.bitsconformance.run.RunRequest;
import org.bitsconformance.run.UsageException;
import org.bitsconformance.transcript.Excerpt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code reproduce}: drives the cases again that broke a requirement in an earlier run. */
@Command(
        name = "reproduce",
        description = {
            "Drives the cases again that broke a requirement in an earlier run, and says",
            "whether it still breaks: exit code 1 if so, 0 if not, 3 if that could not be",
            "judged."
        },
        mixinStandardHelpOptions = true,
        usageHelpWidth = 80,
        sortOptions = false)
final class ReproduceCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DIR", description = "Folder of the run, with its report.json.")
    private String folder;

    @Parameters(index = "1", paramLabel = "REQUIREMENT", description = "Id of the requirement.")
    private String requirement;

    @Option(names = "--url", paramLabel = "URL", description = "Where to upload; default the URL of that run.")
    private Optional<String> url = Optional.empty();

    @Option(names = "--target", paramLabel = "FILE", description = "Target description (YAML); see docs/targets.md.")
    private Optional<String> target = Optional.empty();

    @Option(
            names = "--readback",
            paramLabel = "HOW",
            description = "How a finished upload can be read back: auto, none, url, dir:PATH; default as in that run.")
    private Optional<String> readback = Optional.empty();

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            description = "Longest time for an answer; default as in that run.")
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

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the reports go; default a new folder under reports.")
    private Optional<String> out = Optional.empty();

    @Override
    public Integer call() {
        EarlierRun earlier = EarlierRun.read(folder);
        Set<String> cases = earlier.casesThatBroke(requirement);
        if (EmbeddedServer.wasJudged(earlier.header())) {
            if (url.isEmpty() && target.isEmpty()) {
                throw new UsageException("the run in " + folder + " judged the reference server that it had started"
                        + " itself, which is gone: give --url URL, such as that of the command serve");
            }
            earlier = earlier.undeclared();
        }
        try (ConformanceRun run = new ConformanceRun(
                new RunPreparation(System::getenv)
                        .prepareAgain(request(earlier), earlier.header(), "reproduce " + requirement, cases),
                ended -> {})) {
            return judge(run);
        }
    }

    private int judge(ConformanceRun run) {
        PrintWriter console = spec.commandLine().getOut();
        Progress progress = Progress.plain(console);
        FinishedRun finished = new FinishedRun(run, console);
        try (InterruptHook hook = new InterruptHook(finished, progress)) {
            run.preflight();
            JUnitPlatformRun.execute(run);
            RunResult result = finished.report();
            Came came = Came.of(requirement, result);
            console.println(came.sentence());
            console.flush();
            return came.exitCode();
        }
    }

    /** What the earlier run was told, and what was typed now. */
    private RunRequest request(EarlierRun earlier) {
        Map<String, String> options = new HashMap<>();
        target.ifPresent(file -> options.put("target", file));
        url.or(() -> target.isPresent()
                        ? Optional.empty()
                        : Optional.of(earlier.header().url()))
                .ifPresent(text -> options.put("url", text));
        readback.or(() -> target.isPresent() ? Optional.empty() : recordedReadback(earlier))
                .ifPresent(how -> options.put("readback", how));
        options.put("timeout", timeout.orElse(earlier.header().timeoutMillis() + "ms"));
        options.put("dialect", earlier.header().dialect().optionName());
        options.put("header", String.join("\n", headers));
        user.ifPresent(text -> options.put("user", text));
        ca.ifPresent(file -> options.put("ca", file));
        options.put("insecure", String.valueOf(insecure));
        options.put("method-override", String.valueOf(earlier.methodOverride()));
        out.ifPresent(dir -> options.put("out", dir));
        return RunRequest.ofProperties(name -> options.get(name.substring("bits.".length())));
    }

    /** The record does not say which folder uploads were read from. */
    private static Optional<String> recordedReadback(EarlierRun earlier) {
        return Optional.of(earlier.header().readback()).filter(how -> !how.equals("dir"));
    }

    /**
     * What came of the requirement.
     *
     * @param exitCode of the command
     * @param sentence for the console, on one line
     */
    private record Came(int exitCode, String sentence) {

        static Came of(String id, RunResult result) {
            RequirementResult came = result.requirements().stream()
                    .filter(one -> one.requirement().id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new UsageException("this version of the suite does not judge " + id));
            Optional<Finding> broken =
                    came.findings().stream().filter(Finding::broken).findFirst();
            if (broken.isPresent()) {
                return new Came(1, stillBreaks(id, broken.get()));
            }
            if (came.verdict() == Verdict.INCOMPLETE || came.judged() == 0) {
                String why = result.probed().diagnosis().orElse(came.reason());
                return new Came(Main.INCOMPLETE, "could not be judged: " + id + ": " + oneLine(why));
            }
            return new Came(0, "no longer breaks: " + id + " (judged " + came.judged() + " times)");
        }

        private static String stillBreaks(String id, Finding finding) {
            String seen = finding.expected().isEmpty() && finding.actual().isEmpty()
                    ? Excerpt.of(finding.message())
                    : "expected " + oneLine(finding.expected()) + ", actual " + Excerpt.of(finding.actual());
            String unstable = finding.verdict() == Verdict.UNSTABLE ? ", not each time" : "";
            return "still breaks" + unstable + ": " + id + ": " + seen + " (" + finding.caseId() + ")";
        }

        private static String oneLine(String text) {
            return text.replaceAll("\\s+", " ").strip();
        }
    }
}
