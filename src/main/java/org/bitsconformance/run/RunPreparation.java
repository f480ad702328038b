package org.bitsconformance.run;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.bitsconformance.drive.scenario.Order;
import org.bitsconformance.plan.Capabilities;
import org.bitsconformance.plan.CleanUp;
import org.bitsconformance.plan.Counts;
import org.bitsconformance.plan.CredentialSource;
import org.bitsconformance.plan.Durations;
import org.bitsconformance.plan.Environment;
import org.bitsconformance.plan.InvalidFileException;
import org.bitsconformance.plan.NotificationSettings;
import org.bitsconformance.plan.Plan;
import org.bitsconformance.plan.Plans;
import org.bitsconformance.plan.Readback;
import org.bitsconformance.plan.RequestHeader;
import org.bitsconformance.plan.TargetFile;
import org.bitsconformance.plan.TargetUrl;
import org.bitsconformance.plan.UploadMode;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.result.SelectedCase;
import org.bitsconformance.target.ReadBackMode;
import org.bitsconformance.target.RunBudget;
import org.bitsconformance.target.Target;
import org.bitsconformance.target.TargetException;
import org.bitsconformance.target.Trust;
import org.bitsconformance.transcript.Declared;
import org.bitsconformance.transcript.DeclaredAccess;
import org.bitsconformance.transcript.DeclaredLimits;
import org.bitsconformance.transcript.DeclaredNotification;
import org.bitsconformance.transcript.RunHeader;
import org.bitsconformance.transcript.http.Header;

/** Turns what the user typed into what is to be done: options first, then the target file, then the plan. */
public final class RunPreparation {

    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(5);
    private static final String DEFAULT_PLAN = "full";
    private static final int DEFAULT_RETRIES = 1;

    private final UnaryOperator<String> environment;
    private final LocalDate today;

    /** {@code environment} gives the value of an environment variable, or null. */
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
     * As {@link #prepare}, for some cases of an earlier run: of whatever plan, and one at a time unless asked otherwise.
     *
     * @param earlier what that run was told; how its target is set up counts where no target file says so
     * @param name of the run, in the place of a plan's
     * @param caseIds ids of the cases
     * @throws UsageException when something is wrong, or there are no such cases
     */
    public RunSetup prepareAgain(RunRequest request, RunHeader earlier, String name, Set<String> caseIds) {
        List<SelectedCase> cases = Selected.ofIds(caseIds);
        if (cases.isEmpty()) {
            throw new UsageException("this version of the suite has no case "
                    + caseIds.stream().sorted().collect(Collectors.joining(", ")));
        }
        boolean notified = earlier.declared()
                .notification()
                .filter(declared -> !declared.type().equals(DeclaredNotification.NONE))
                .isPresent();
        if (notified && request.target().isEmpty()) {
            throw new UsageException("that run played a server application: give --target FILE, which says where the"
                    + " suite is to listen (key notification)");
        }
        RunSetup prepared = prepare(request);
        RunSetup setup = prepared.driving(name, cases, request.parallel().isPresent() ? prepared.parallel() : 1);
        return request.target().isPresent() ? setup : setup.setUpAs(earlier.mode(), earlier.declared());
    }

    /** How the embedded reference server is to notify a server application, by the plan of a run. */
    public static NotificationSettings.Type embeddedNotification(RunRequest request) {
        try {
            return Plans.load(request.plan().orElse(DEFAULT_PLAN)).notification();
        } catch (InvalidFileException e) {
            throw new UsageException(e.getMessage());
        }
    }

    /** The cases that a plan, {@code --only} and {@code --skip} select. */
    public static List<SelectedCase> select(RunRequest request) {
        try {
            return Selected.of(Plans.load(request.plan().orElse(DEFAULT_PLAN)), request.only(), request.skip());
        } catch (InvalidFileException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private RunSetup checked(RunRequest request) {
        Optional<TargetFile> file = request.target().map(name -> TargetFile.load(name, environment));
        Plan plan = Plans.load(request.plan().orElse(DEFAULT_PLAN));
        List<SelectedCase> cases = Selected.of(plan, request.only(), request.skip());
        String url = request.url()
                .map(text -> option("--url", text, TargetUrl::parse))
                .or(() -> file.map(TargetFile::url))
                .orElseThrow(() -> new UsageException("no target: give --url URL or --target FILE"));
        Readback readback = request.readback()
                .map(text -> option("--readback", text, Readback::parse))
                .or(() -> file.flatMap(TargetFile::readback))
                .orElse(Readback.AUTO);
        Target target = new Target(
                url,
                headers(request, file),
                credentials(request, file),
                trust(request, file),
                request.methodOverride() || file.map(TargetFile::methodOverride).orElse(false),
                request.timeout()
                        .map(text -> option("--timeout", text, Durations::parse))
                        .or(() -> file.flatMap(TargetFile::timeout))
                        .or(plan::timeout)
                        .orElse(DEFAULT_TIMEOUT),
                file.map(TargetFile::maxUpload).orElse(OptionalLong.empty()),
                file.map(TargetFile::maxFragment).orElse(OptionalLong.empty()),
                mode(readback),
                AccessSetup.access(file));
        AccessSetup.check(target, request);
        BaselineSetup baseline = BaselineSetup.of(request.baseline(), request.writeBaseline(), today);
        Optional<UploadMode> mode = file.flatMap(TargetFile::mode);
        Optional<NotificationSettings> notification = file.isPresent()
                ? file.flatMap(TargetFile::notification)
                : request.known().notification();
        return new RunSetup(
                target,
                mode.orElseGet(() -> NotificationSetup.usualMode(notification)).toString(),
                readback.kind().name().toLowerCase(Locale.ROOT),
                dialect(request.dialect().or(() -> file.flatMap(TargetFile::dialect))),
                declared(
                        mode.isPresent(),
                        file.map(TargetFile::capabilities)
                                .orElse(request.known().capabilities()),
                        notification,
                        AccessSetup.declared(file)),
                plan.name(),
                cases,
                request.strict(),
                budget(plan, target, request, file),
                parallel(request, file),
                request.order()
                        .map(text -> option("--order", text, Order::parse))
                        .orElse(Order.PLAN),
                request.retries()
                        .map(text -> option("--retries", text, Counts::parseRetries))
                        .orElse(DEFAULT_RETRIES),
                out(request.out()),
                notification.map(given ->
                        NotificationSetup.application(given, request.target().orElse(""))),
                baseline);
    }

    private static RunBudget budget(Plan plan, Target target, RunRequest request, Optional<TargetFile> file) {
        boolean deletes =
                file.map(TargetFile::cleanUp).filter(CleanUp.DELETE::equals).isPresent();
        if (deletes && !target.namesUploads()) {
            throw new UsageException(request.target().orElseThrow()
                    + ": \"cleanup\" can be delete only where each upload has a URL of its own: one that ends in /"
                    + " or contains {name}");
        }
        return new RunBudget(plan.budget().requests(), plan.budget().bytes(), deletes);
    }

    private static int parallel(RunRequest request, Optional<TargetFile> file) {
        return request.parallel()
                .map(text -> option("--parallel", text, Counts::parseAtOnce))
                .orElseGet(() -> file.map(TargetFile::parallel)
                        .orElse(OptionalInt.empty())
                        .orElse(1));
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static Declared declared(
            boolean mode, Capabilities given, Optional<NotificationSettings> notification, DeclaredAccess access) {
        return new Declared(
                mode,
                given.overwrite(),
                given.hostId(),
                given.hostIdFallbackTimeout()
                        .map(timeout -> OptionalLong.of(timeout.toSeconds()))
                        .orElse(OptionalLong.empty()),
                given.connections().map(RunPreparation::word),
                notification.map(NotificationSetup::declared),
                access,
                limits(given.limits()));
    }

    private static DeclaredLimits limits(Capabilities.Limits given) {
        return new DeclaredLimits(
                given.sessionTimeout()
                        .map(timeout -> OptionalLong.of(timeout.toMillis()))
                        .orElse(OptionalLong.empty()),
                given.places().directory(),
                given.places().disabled(),
                given.places().execute());
    }

    private static ReadBackMode mode(Readback readback) {
        return switch (readback.kind()) {
            case AUTO -> ReadBackMode.AUTO;
            case NONE -> ReadBackMode.NONE;
            case URL -> ReadBackMode.URL;
            case DIR -> {
                Path folder = readback.directory().orElseThrow();
                if (!Files.isDirectory(folder)) {
                    throw new UsageException("readback dir:" + folder + ": no such folder");
                }
                yield ReadBackMode.dir(folder);
            }
        };
    }

    private static List<Header> headers(RunRequest request, Optional<TargetFile> file) {
        List<RequestHeader> headers =
                new ArrayList<>(file.map(TargetFile::headers).orElse(List.of()));
        request.headers().forEach(text -> headers.add(option("--header", text, RequestHeader::parse)));
        return headers.stream()
                .map(header -> new Header(header.name(), header.value()))
                .toList();
    }

    private Optional<org.bitsconformance.target.Credentials> credentials(
            RunRequest request, Optional<TargetFile> file) {
        return request.user()
                .map(text -> option("--user", text, CredentialSource::parse))
                .or(() -> file.flatMap(TargetFile::credentials))
                .or(this::credentialsOfEnvironment)
                .map(found -> new org.bitsconformance.target.Credentials(found.user(), found.password()));
    }

    private Optional<CredentialSource> credentialsOfEnvironment() {
        Optional<String> user = variable("BITS_USER");
        Optional<String> password = variable("BITS_PASSWORD");
        if (user.isPresent() != password.isPresent()) {
            String there = user.isPresent() ? "BITS_USER" : "BITS_PASSWORD";
            String missing = user.isPresent() ? "BITS_PASSWORD" : "BITS_USER";
            throw new UsageException(there + " is set and " + missing + " is not; set both, or neither");
        }
        return user.map(name -> new CredentialSource(
                option("BITS_USER", name, CredentialSource::checkUser),
                option("BITS_PASSWORD", password.orElseThrow(), CredentialSource::checkPassword)));
    }

    private Optional<String> variable(String name) {
        try {
            return new Environment(environment).value(name);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private static Trust trust(RunRequest request, Optional<TargetFile> file) {
        Optional<Path> authority = request.ca()
                .map(text -> option("--ca", text, RunPreparation::path))
                .or(() -> file.flatMap(TargetFile::ca));
        return new Trust(
                authority, request.insecure() || file.map(TargetFile::insecure).orElse(false));
    }

    /** The dialect of that name; any where there is none. */
    static Dialect dialect(Optional<String> word) {
        String asked = word.orElse(Dialect.ANY.optionName());
        return Arrays.stream(Dialect.values())
                .filter(dialect -> dialect.optionName().equals(asked))
                .findFirst()
                .orElseThrow(() -> new UsageException("--dialect must be one of "
                        + Arrays.stream(Dialect.values())
                                .map(Dialect::optionName)
                                .collect(Collectors.joining(", "))
                        + ", not \"" + asked + "\""));
    }

    /** The folder of that name, or a new one. */
    static Path out(Optional<String> asked) {
        return asked.map(text -> option("--out", text, RunPreparation::path)).orElseGet(() -> NewFolder.inReports(""));
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("must be a valid path, not \"" + text + "\"");
        }
    }

    private static <T> T option(String name, String text, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException e) {
            throw new UsageException(name + " " + e.getMessage());
        }
    }
}
