package org.bitsconformance.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitsconformance.drive.scenario.Case;
import org.bitsconformance.drive.scenario.LearnedCases;
import org.bitsconformance.drive.scenario.Scenarios;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.result.Baseline;
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

/**
 * A recorded run, judged again with the current rules and without a server. A record without an end is judged as far as
 * it goes: the case in progress is incomplete, and so are those that had not started.
 */
public final class RecordedRun {

    /** Why cases that are missing from a record without an end were not driven. */
    public static final String CUT_SHORT = "the record ends here: the run was cut short";

    private final List<Event> events;
    private final RunHeader header;

    /**
     * Takes the events of a record.
     *
     * @throws UsageException when it does not begin with the header of a run
     */
    public RecordedRun(List<Event> events) {
        this.events = List.copyOf(events);
        if (this.events.isEmpty() || !(this.events.get(0) instanceof RunHeader first)) {
            throw new UsageException("the record does not begin with the event run");
        }
        this.header = first;
    }

    /** The settings of the run. */
    public RunHeader header() {
        return header;
    }

    /**
     * Judges it.
     *
     * @param dialect which document decides; if empty, as in the run
     * @param strict whether a broken SHOULD fails it, even if it did not fail the run
     * @param known the known failures
     * @throws UsageException when the record has a case that this version of the suite does not know
     */
    public RunResult judge(Optional<Dialect> dialect, boolean strict, Baseline known) {
        Map<String, SelectedCase> selected = selected();
        Judging judging = new Judging(
                header,
                dialect.orElse(header.judging().dialect()),
                strict || header.judging().strict(),
                List.copyOf(selected.values()),
                known,
                ForeignTraffic.view(header));
        OpenCases open = new OpenCases();
        List<String> underWay = new ArrayList<>();
        for (Event event : events) {
            open.take(event);
            if (event instanceof CaseStart start) {
                underWay.add(start.caseId());
            } else if (event instanceof RunNotice notice) {
                judging.enter(notice);
            } else if (event instanceof CaseEnd end) {
                underWay.remove(end.caseId());
                enter(judging, selected, end, open.end(end.caseId()));
            }
        }
        for (String caseId : underWay) {
            CaseEnd end = new CaseEnd(caseId, CaseEnd.Ending.INTERRUPTED, CUT_SHORT);
            open.take(end);
            enter(judging, selected, end, open.end(caseId));
        }
        return finish(judging);
    }

    private static void enter(Judging judging, Map<String, SelectedCase> selected, CaseEnd end, OpenCase ended) {
        judging.enter(selected.get(end.caseId()), end, judging.judge(ended), ended, ended.recordedMicros());
    }

    private RunResult finish(Judging judging) {
        Optional<RunEnd> end = last(RunEnd.class);
        Probed probed = last(Probed.class).orElse(new Probed(Optional.empty(), Optional.empty()));
        RunTraffic driving = end.map(
                        of -> new RunTraffic(Parallel.NOT_ASKED, of.requests(), of.bytesSent(), of.bytesReceived()))
                .orElse(RunTraffic.NOTHING);
        String missing = end.map(RunEnd::reason).map(EarlyEnd::notDriven).orElse(CUT_SHORT);
        return judging.finish(probed, driving, missing, durationMillis());
    }

    /** From the start of the run to its end, or to the last exchange if it was cut short. */
    public long durationMillis() {
        return last(RunEnd.class).map(RunEnd::durationMillis).orElseGet(this::recordedMillis);
    }

    private long recordedMillis() {
        return Duration.ofNanos(events.stream()
                        .filter(Exchange.class::isInstance)
                        .mapToLong(event -> ((Exchange) event).timing().endedMicros() * 1_000)
                        .max()
                        .orElse(0))
                .toMillis();
    }

    /** Every selected case, in the order of the plan; details of cases that began come from the record. */
    private Map<String, SelectedCase> selected() {
        Map<String, CaseStart> begun = new LinkedHashMap<>();
        events.stream()
                .filter(CaseStart.class::isInstance)
                .map(CaseStart.class::cast)
                .forEach(start -> begun.putIfAbsent(start.caseId(), start));
        Map<String, SelectedCase> selected = new LinkedHashMap<>();
        for (String id : header.cases().selected()) {
            selected.put(
                    id, Optional.ofNullable(begun.get(id)).map(RecordedRun::of).orElseGet(() -> notBegun(id)));
        }
        begun.forEach((id, start) -> selected.putIfAbsent(id, of(start)));
        return selected;
    }

    private static SelectedCase of(CaseStart start) {
        return new SelectedCase(
                start.caseId(), start.scenario(), title(start.scenario()), start.parameters(), start.exercises());
    }

    private static String title(String scenario) {
        if (scenario.equals(SelectedCase.OBSERVED)) {
            return SelectedCase.OBSERVED_TITLE;
        }
        return scenario.equals(Diagnosis.SCENARIO)
                ? Diagnosis.TITLE
                : Scenarios.find(scenario).map(Scenarios.Described::title).orElse("Packets that others sent");
    }

    private static SelectedCase notBegun(String id) {
        if (LearnedCases.isRest(id)) {
            return Selected.words(List.of(), "", true).get(0);
        }
        Optional<SelectedCase> unmet = SelectedCase.unmet(id);
        if (unmet.isPresent()) {
            return unmet.get();
        }
        for (Scenarios.Described scenario : Scenarios.all()) {
            for (Case one : scenario.cases()) {
                if (one.id().equals(id)) {
                    return new SelectedCase(
                            id, scenario.id(), scenario.title(), one.parameters(), scenario.requirements());
                }
            }
        }
        throw new UsageException("the record has a case that this version of the suite does not know: " + id);
    }

    /** Everything that was recorded, in order. */
    public List<Event> events() {
        return events;
    }

    /** The last event of a type; empty if there is none. */
    public <T extends Event> Optional<T> last(Class<T> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).reduce((first, second) -> second);
    }
}
