package org.bitsconformance.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.bitsconformance.drive.client.Adaptation;
import org.bitsconformance.drive.client.BitsClient;
import org.bitsconformance.drive.client.LongProgress;
import org.bitsconformance.drive.client.TargetLink;
import org.bitsconformance.drive.scenario.Case;
import org.bitsconformance.drive.scenario.LearnedCases;
import org.bitsconformance.drive.scenario.Order;
import org.bitsconformance.drive.transport.Expenses;
import org.bitsconformance.drive.transport.Interruption;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.requirement.Catalogue;
import org.bitsconformance.result.CaseResult;
import org.bitsconformance.result.Finding;
import org.bitsconformance.result.Parallel;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.result.RunTraffic;
import org.bitsconformance.result.SelectedCase;
import org.bitsconformance.result.Verdict;
import org.bitsconformance.run.OpenCases.OpenCase;
import org.bitsconformance.run.allure.AllureFolder;
import org.bitsconformance.target.NotificationSettings;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.CaseStart;
import org.bitsconformance.transcript.Event;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Probed;
import org.bitsconformance.transcript.RecordWriter;
import org.bitsconformance.transcript.RunEnd;
import org.bitsconformance.transcript.RunHeader;
import org.bitsconformance.transcript.RunNotice;

/** One run from its first event to its result: it drives scenarios, records, and judges each case when it ends. */
public final class ConformanceRun implements AutoCloseable {

    /** Why a selected case was not driven, if no other reason is known. */
    static final String NOT_DRIVEN = "the case was not driven";

    private final String key = CurrentRun.newKey();
    private final RunSetup setup;
    private final Consumer<CaseResult> progress;
    private final RecordWriter record;
    private final TargetLink link;
    private final RunHeader header;
    private Judging judging;
    private final Map<String, SelectedCase> cases;
    private final OpenCases open = new OpenCases();
    private final Retries retries;
    private final Diagnosis diagnosis = new Diagnosis();
    private final LastAnswers lastAnswers = new LastAnswers();
    private final long startNanos = System.nanoTime();
    private Probed probed = new Probed(Optional.empty(), Optional.empty());
    private String stopReason = "";
    private String missingReason = "";
    private Optional<String> rest = Optional.empty();
    private boolean tellsOnce;
    private Presentation shown = Presentation.NONE;
    private Optional<RunResult> result = Optional.empty();
    private Optional<String> unwritten = Optional.empty();

    /**
     * Begins the record; nothing is sent yet.
     *
     * @param progress receives each case when it ends
     * @throws UsageException when the reports folder cannot be written, or a certificate file cannot be used
     */
    public ConformanceRun(RunSetup setup, Consumer<CaseResult> progress) {
        this.setup = setup;
        this.progress = progress;
        this.link = setup.link(this::take);
        this.header = setup.header(link.notificationUrl().map(URI::toString));
        this.cases = setup.cases().all().stream().collect(Collectors.toMap(SelectedCase::id, Function.identity()));
        this.retries = new Retries(setup.pace().retries());
        try {
            this.record = new RecordWriter(setup.out().resolve("transcript"));
            AllureFolder.clear(setup.out());
        } catch (IOException e) {
            throw new UsageException(UnwritableFolder.words(setup.out(), e));
        }
        take(header);
        unwritten().ifPresent(why -> {
            throw new UsageException(why);
        });
    }

    /**
     * From now on, reports a failure only at its case, and not again at its requirements: for a console that lists
     * every failure. The report files have both.
     */
    public void tellOnce() {
        tellsOnce = true;
    }

    /** Reports the progress of long cases to {@code listener}, which the driving threads call. */
    public void tell(LongProgress listener) {
        link.tell(listener);
    }

    /** Whether a failure is reported only once, at its case. */
    boolean tellsOnce() {
        return tellsOnce;
    }

    /** Names the commands that judge what does not apply to the reference server as it is set up; reports show them. */
    public void leaveTo(String commands) {
        rest = Optional.of(commands);
    }

    /** The commands that judge what this run leaves out; usually none. */
    public Optional<String> rest() {
        return rest;
    }

    /** Checks whether the target can be tested at all; if not, no case is driven. */
    public Probed preflight() {
        probed = link.preflight(rest.map(commands ->
                "most of what does not apply to the reference server as it was set up is judged by " + commands));
        judging();
        probed.diagnosis().ifPresent(this::stop);
        return probed;
    }

    /** Created after the preflight, so that the first packet need not wait for the rules. */
    private synchronized Judging judging() {
        if (judging == null) {
            judging = new Judging(
                    header,
                    setup.judging().dialect(),
                    setup.judging().strict(),
                    setup.cases().all(),
                    setup.judging().baseline().known(),
                    UnaryOperator.identity());
        }
        return judging;
    }

    /** Where the suite's server application expects notifications; empty if the run plays none. */
    public Optional<URI> notificationUrl() {
        return link.notificationUrl();
    }

    /** How many cases to drive at once, given what the preflight found out. */
    public Parallel parallel() {
        return Parallel.of(
                setup.pace().parallel(),
                setup.target().namesUploads(),
                setup.target()
                        .notification()
                        .filter(NotificationSettings::named)
                        .isPresent(),
                setup.target().declared(),
                probed);
    }

    /** Ends the run early, for this reason: cases that have not begun are not driven. */
    public synchronized void stop(String reason) {
        if (stopReason.isEmpty()) {
            stopReason = reason;
        }
    }

    /** Gives the reason why selected cases will not be driven, for a run that is not stopped early. */
    public synchronized void missing(String reason) {
        missingReason = reason;
    }

    /**
     * Ends the run at once: breaks off what is in progress without judging it, ends its case, and cancels open
     * sessions. The driving thread does all that in a few seconds. May be called from any thread.
     */
    public void interrupt() {
        stop(Interruption.SAID);
        link.interrupt();
    }

    /** Why no more cases are driven; empty while they are. */
    synchronized Optional<String> stopped() {
        return stopReason.isEmpty() ? Optional.empty() : Optional.of(stopReason);
    }

    boolean selects(String scenario) {
        return setup.cases().all().stream().anyMatch(one -> one.scenario().equals(scenario));
    }

    boolean selectsCase(String id) {
        return cases.containsKey(id);
    }

    /** The words to drive, in the order of the run; none if no words were selected. */
    List<Case> learnedCases() {
        List<Case> words = setup.cases().all().stream()
                .filter(one -> one.scenario().equals(LearnedCases.SCENARIO))
                .map(one -> new Case(one.id(), one.scenario(), one.parameters()))
                .collect(Collectors.toCollection(ArrayList::new));
        order().arrange(words, LearnedCases.SCENARIO);
        return words;
    }

    /** Sends with a client library every packet that it can send, to compare the two ways to send. */
    void sendAsOrdinaryClient() {
        link.sendAsOrdinaryClient();
    }

    BitsClient openCase(String caseId) {
        return link.openCase(caseId);
    }

    /**
     * Opens the record of a case.
     *
     * @param drive attempt number, from 1
     */
    synchronized void begin(String caseId, int drive) {
        begin(cases.get(caseId), drive);
    }

    /** The same for a case that need not be selected. */
    synchronized void begin(SelectedCase begun, int drive) {
        take(new CaseStart(begun.id(), begun.scenario(), begun.parameters(), begun.requirements(), drive));
    }

    /**
     * The outcome of one drive of a case.
     *
     * @param result of the case, from all its drives so far
     * @param again whether to drive it again
     */
    record Driven(CaseResult result, boolean again) {}

    /** If uploads fail, drives the uploads that show why, before a case. */
    void diagnose(String next) {
        if (diagnosis.isDue()) {
            diagnosis.drive(this, next);
        }
    }

    /** Closes the record of a case that no plan selects, and judges it; returns what crossed the wire. */
    synchronized List<Exchange> endOfDiagnosis(SelectedCase driven, CaseEnd end) {
        take(end);
        OpenCase ended = open.end(end.caseId());
        judging().enter(driven, end, judging().judge(ended), ended, ended.micros());
        return ended.exchanges();
    }

    /** Makes later cases drive uploads in the adapted way that the target accepts. */
    synchronized void goOn(Adaptation adaptation, RunNotice notice) {
        take(notice);
        link.adapt(adaptation);
    }

    /** Closes the record of a drive of a case and judges it. */
    synchronized Driven end(CaseEnd end, int drive) {
        take(end);
        if (end.ending() == CaseEnd.Ending.INTERRUPTED) {
            stop(end.reason());
        }
        OpenCase ended = open.end(end.caseId());
        lastAnswers.ended(end, ended.exchanges()).ifPresent(this::stop);
        diagnosis.ended(ended.exchanges());
        List<Finding> findings = judging().judge(ended);
        boolean again =
                retries.again(drive, end, judging().excused(findings), ended.exchanges()) && stopReason.isEmpty();
        CaseResult caseResult = judging().enter(cases.get(end.caseId()), end, findings, ended, ended.micros());
        if (!again) {
            progress.accept(caseResult);
        }
        return new Driven(caseResult, again);
    }

    /**
     * Judges the run as a whole, judges again the cases about which more is known now, and adds up. Only the first call
     * counts.
     */
    public synchronized RunResult finish() {
        if (result.isEmpty()) {
            Expenses spent = link.expenses();
            long millis = (System.nanoTime() - startNanos) / 1_000_000;
            String why = stopped().orElse(missingReason);
            take(new RunEnd(why, spent.requests(), spent.sent(), spent.received(), millis));
            result = Optional.of(judging()
                    .finish(
                            probed,
                            new RunTraffic(parallel(), spent.requests(), spent.sent(), spent.received()),
                            why.isEmpty() ? NOT_DRIVEN : why,
                            millis));
        }
        return result.get();
    }

    /** The catalogue, which has the statement and sources of each requirement for findings. */
    Catalogue catalogue() {
        return judging().catalogue();
    }

    /** A case to drive. */
    SelectedCase selected(String caseId) {
        return cases.get(caseId);
    }

    /** Which document decides if the two disagree. */
    Dialect dialect() {
        return setup.judging().dialect();
    }

    /** When the run began; times in the record count from here. */
    Instant startedAt() {
        return header.origin().startedAt();
    }

    /** Whether a verdict fails the run. */
    boolean fails(Verdict verdict) {
        return judging().fails(verdict);
    }

    /** How many cases of each scenario to drive, by the scenario's id. */
    public Map<String, Integer> casesOfScenarios() {
        return cases.values().stream().collect(Collectors.toMap(SelectedCase::scenario, one -> 1, Integer::sum));
    }

    /** What the user should know before the first case; usually empty. */
    public String notice() {
        return setup.notice();
    }

    /** The order in which to drive the cases. */
    public Order order() {
        return setup.cases().order();
    }

    /** Where the reports go. */
    public Path out() {
        return setup.out();
    }

    /** Where to write the failures of this run as a baseline; empty if not requested. */
    public Optional<Path> writeBaseline() {
        return setup.judging().baseline().write();
    }

    /** What JUnit knows the run by; see {@link CurrentRun}. */
    public String key() {
        return key;
    }

    /** Shows the run there while JUnit executes it. */
    public void show(Presentation presentation) {
        shown = presentation;
    }

    /** Where the run is shown; by default, nowhere. */
    Presentation shown() {
        return shown;
    }

    /** Closes the record. */
    @Override
    public void close() {
        link.close();
        try {
            record.close();
        } catch (IOException e) {
            throw new OutputException(UnwritableFolder.words(setup.out(), e));
        }
    }

    /** Why the record of the run could not be written; empty while it can. */
    public synchronized Optional<String> unwritten() {
        return unwritten;
    }

    /** Records an event. If it cannot be written, the run ends: nothing after it would be on record. */
    private synchronized void take(Event event) {
        try {
            if (unwritten.isEmpty()) {
                record.write(event);
            }
        } catch (UncheckedIOException e) {
            unwritten = Optional.of(UnwritableFolder.words(setup.out(), e.getCause()));
            stop(unwritten.get());
        }
        open.take(event);
        if (event instanceof RunNotice notice) {
            judging().enter(notice);
        }
    }
}
