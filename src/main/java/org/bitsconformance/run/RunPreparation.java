package org.bitsconformance.run;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.bitsconformance.drive.scenario.Order;
import org.bitsconformance.plan.Counts;
import org.bitsconformance.plan.InvalidFileException;
import org.bitsconformance.plan.Plan;
import org.bitsconformance.plan.Plans;
import org.bitsconformance.plan.TargetFile;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.result.SelectedCase;
import org.bitsconformance.target.NotificationSettings;
import org.bitsconformance.target.Target;
import org.bitsconformance.target.TargetException;
import org.bitsconformance.target.UploadMode;
import org.bitsconformance.transcript.CaseStart;
import org.bitsconformance.transcript.DeclaredNotification;
import org.bitsconformance.transcript.RunHeader;

/** Turns the options into the setup of a run: options first, then the target file, then the plan. */
public final class RunPreparation {

    private static final String DEFAULT_PLAN = "full";
    private static final int DEFAULT_RETRIES = 1;
    private static final List<String> OF_WHOLE_PLANS =
            List.of("denied-user", "upload-over-limit", "fragment-over-limit");

    private final UnaryOperator<String> environment;
    private final LocalDate today;

    /** {@code environment} returns the value of an environment variable, or null. */
    public RunPreparation(UnaryOperator<String> environment) {
        this(environment, LocalDate.now(ZoneId.systemDefault()));
    }

    /** Entries of a baseline that expired before {@code today} are refused. */
    RunPreparation(UnaryOperator<String> environment, LocalDate today) {
        this.environment = environment;
        this.today = today;
    }

    /**
     * Checks everything that can be checked without sending anything.
     *
     * @throws UsageException when something is wrong; the message is one line that names it
     */
    public RunSetup prepare(RunRequest request) {
        try {
            return checked(request);
        } catch (InvalidFileException | TargetException e) {
            throw new UsageException(e.getMessage());
        }
    }

    /**
     * Like {@link #prepare}, for some cases of an earlier run: from any plan, and by default one at a time.
     *
     * @param earlier settings of that run; its target's setup applies unless a target file says otherwise
     * @param begun the cases of that run
     * @param name of the run, instead of a plan's
     * @param caseIds ids of the cases
     * @throws UsageException when something is wrong, or there are no such cases
     */
    public RunSetup prepareAgain(
            RunRequest request, RunHeader earlier, List<CaseStart> begun, String name, Set<String> caseIds) {
        List<SelectedCase> cases = Selected.ofIds(caseIds, begun);
        if (cases.isEmpty()) {
            throw new UsageException("this version of the suite has no case "
                    + caseIds.stream().sorted().collect(Collectors.joining(", ")));
        }
        boolean notified = earlier.target()
                .declared()
                .notification()
                .filter(declared -> !declared.type().equals(DeclaredNotification.NONE))
                .isPresent();
        if (notified && request.server().file().isEmpty()) {
            throw new UsageException("that run played a server application: give --target FILE, which says where the"
                    + " suite listens (key notification)");
        }
        RunSetup prepared = prepare(request);
        RunSetup setup = prepared.driving(
                name,
                cases,
                request.pace().parallel().isPresent() ? prepared.pace().parallel() : 1,
                earlier.cases().scale());
        return request.server().file().isPresent() ? setup : setup.of(setUpAs(prepared.target(), earlier));
    }

    /** How the embedded reference server notifies a server application, given the plan of a run. */
    public static NotificationSettings.Type embeddedNotification(RunRequest request) {
        return plan(request).notification();
    }

    /**
     * Whether the embedded reference server is set up so that as much as possible is judged: if the plan has the scenarios about
     * credentials and limits, whatever is selected from it.
     */
    public static boolean judgesWhole(RunRequest request) {
        return plan(request).select(OF_WHOLE_PLANS).ids().equals(OF_WHOLE_PLANS);
    }

    /** The cases that a plan, {@code --only} and {@code --skip} select, for the requested shard. */
    public static List<SelectedCase> select(RunRequest request) {
        return Selected.of(plan(request), request.cases(), Order.PLAN).all();
    }

    private static Plan plan(RunRequest request) {
        try {
            return Plans.load(request.cases().plan().orElse(DEFAULT_PLAN));
        } catch (InvalidFileException e) {
            throw new UsageException(e.getMessage());
        }
    }

    /** A target with the setup of an earlier run's target. */
    private static Target setUpAs(Target target, RunHeader earlier) {
        boolean replies = earlier.target().mode().equals(UploadMode.UPLOAD_REPLY.toString());
        return target.with(target.uploads().with(replies ? UploadMode.UPLOAD_REPLY : UploadMode.UPLOAD))
                .declaring(earlier.target().declared());
    }

    private RunSetup checked(RunRequest request) {
        Optional<TargetFile> file = request.server().file().map(name -> TargetFile.load(name, environment));
        Plan plan = plan(request);
        RunSetup.Cases cases = Selected.of(plan, request.cases(), order(request.pace()));
        Target target = new TargetPreparation(environment, request.server(), file).target(plan);
        RunRequest.Judging judging = request.judging();
        BaselineSetup baseline = BaselineSetup.of(judging.baseline(), judging.writeBaseline(), today);
        Dialect dialect = judging.dialect()
                .map(RunPreparation::dialect)
                .or(() -> file.flatMap(TargetFile::dialect))
                .orElse(Dialect.ANY);
        RunRequest.Pace pace = request.pace();
        return new RunSetup(
                target,
                cases,
                new RunSetup.Pace(plan.budget(), parallel(pace, file), retries(pace)),
                new RunSetup.Judging(dialect, judging.strict(), baseline),
                out(request.out()));
    }

    private static Order order(RunRequest.Pace pace) {
        return pace.order().map(text -> option("--order", text, Order::parse)).orElse(Order.PLAN);
    }

    private static int parallel(RunRequest.Pace pace, Optional<TargetFile> file) {
        return pace.parallel()
                .map(text -> option("--parallel", text, Counts::parseAtOnce))
                .orElseGet(() -> file.map(TargetFile::parallel)
                        .orElse(OptionalInt.empty())
                        .orElse(1));
    }

    private static int retries(RunRequest.Pace pace) {
        return pace.retries()
                .map(text -> option("--retries", text, Counts::parseRetries))
                .orElse(DEFAULT_RETRIES);
    }

    /**
     * The dialect with this name.
     *
     * @throws UsageException when there is none
     */
    public static Dialect dialect(String word) {
        return Dialect.named(word)
                .orElseThrow(() ->
                        new UsageException("--dialect must be one of " + Dialect.names() + ", not \"" + word + "\""));
    }

    /**
     * The folder with this name, or a new one.
     *
     * @throws UsageException when the name is not a valid path
     */
    public static Path out(Optional<String> asked) {
        return asked.map(text -> option("--out", text, RunPreparation::path)).orElseGet(() -> NewFolder.inReports(""));
    }

    static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("must be a valid path, not \"" + text + "\"");
        }
    }

    /**
     * What an option says.
     *
     * @param name of the option
     * @throws UsageException when the text cannot be parsed; it begins with the name
     */
    public static <T> T option(String name, String text, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException e) {
            throw new UsageException(name + " " + e.getMessage());
        }
    }
}
