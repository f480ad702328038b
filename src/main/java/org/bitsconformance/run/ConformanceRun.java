package org.bitsconformance.run;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bitsconformance.drive.client.Adaptation;
import org.bitsconformance.drive.client.BitsClient;
import org.bitsconformance.drive.client.LongProgress;
import org.bitsconformance.drive.client.TargetLink;
import org.bitsconformance.drive.transport.Expenses;
import org.bitsconformance.drive.transport.Interruption;
import org.bitsconformance.result.CaseResult;
import org.bitsconformance.result.Finding;
import org.bitsconformance.result.Parallel;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.result.RunTraffic;
import org.bitsconformance.result.SelectedCase;
import org.bitsconformance.run.OpenCases.OpenCase;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.CaseStart;
import org.bitsconformance.transcript.Event;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Probed;
import org.bitsconformance.transcript.RunEnd;
import org.bitsconformance.transcript.RunHeader;
import org.bitsconformance.transcript.RunNotice;

/** One run from its first event to its result: it drives scenarios, records, and judges each case when it ends. */
public final class ConformanceRun implements AutoCloseable {

    private final String key = CurrentRun.newKey();
    private final RunSetup setup;
    private final Consumer<CaseResult> progress;
    private final RunRecord record;
    private final TargetLink link;
    private final RunHeader header;
    private Judging judging;
    private final RunCases cases;
    private final OpenCases open = new OpenCases();
    private final Retries retries;
    private final Diagnosis diagnosis = new Diagnosis();
    private final EarlyEnd earlyEnd = new EarlyEnd();
    private final LastAnswers lastAnswers = new LastAnswers();
    private final long startNanos = System.nanoTime();
    private Probed probed = new Probed(Optional.empty(), Optional.empty());
    private Optional<String> rest = Optional.empty();
    private boolean tellsOnce;
    private Presentation shown = Presentation.NONE;
    private Optional<RunResult> result = Optional.empty();

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
        this.cases = new RunCases(setup.cases());
        this.retries = new Retries(setup.pace().retries());
        this.record = new RunRecord(setup.out());
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

    /** The judging of the run. Created after the preflight, so that the first packet need not wait for the rules. */
    public synchronized Judging judging() {
        if (judging == null) {
            judging = Judging.of(header, setup);
        }
        return judging;
    }

    /** Where the suite's server application expects notifications; empty if the run plays none. */
    public Optional<URI> notificationUrl() {
        return link.notificationUrl();
    }

    /** How many cases to drive at once, given what the preflight found out. */
    public Parallel parallel() {
        return setup.parallel(probed);
    }

    /** Ends the run early, for this reason: cases that have not begun are not driven. */
    public synchronized void stop(String reason) {
        earlyEnd.stop(reason);
    }

    /** Gives the reason why selected cases will not be driven, for a run that is not stopped early. */
    public synchronized void missing(String reason) {
        earlyEnd.missing(reason);
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
        return earlyEnd.stopped();
    }

    /** The cases to drive. */
    public RunCases cases() {
        return cases;
    }

    /** Sends with a client library every packet that it can send, to compare the two ways to send. */
    void sendAsOrdinaryClient() {
        link.sendAsOrdinaryClient();
    }

    BitsClient openCase(String caseId) {
        return link.openCase(caseId);
    }

    /**
     * Opens the record of a case, selected or not.
     *
     * @param drive attempt number, from 1
     */
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
        boolean again = retries.again(drive, end, judging().excused(findings), ended.exchanges())
                && stopped().isEmpty();
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
            String why = earlyEnd.why();
            take(new RunEnd(why, spent.requests(), spent.sent(), spent.received(), millis));
            result = Optional.of(judging()
                    .finish(
                            probed,
                            new RunTraffic(parallel(), spent.requests(), spent.sent(), spent.received()),
                            EarlyEnd.notDriven(why),
                            millis));
        }
        return result.get();
    }

    /** When the run began; times in the record count from here. */
    public Instant startedAt() {
        return header.origin().startedAt();
    }

    /** What was asked for. */
    public RunSetup setup() {
        return setup;
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
        record.close();
    }

    /** Why the record of the run could not be written; empty while it can. */
    public synchronized Optional<String> unwritten() {
        return record.unwritten();
    }

    /** Records an event. If it cannot be written, the run ends: nothing after it would be on record. */
    private synchronized void take(Event event) {
        record.write(event);
        record.unwritten().ifPresent(this::stop);
        open.take(event);
        if (event instanceof RunNotice notice) {
            judging().enter(notice);
        }
    }
}
