package org.bitsconformance.run;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.bitsconformance.drive.client.Adaptation;
import org.bitsconformance.drive.client.Adaptation.Subject;
import org.bitsconformance.drive.client.BitsClient;
import org.bitsconformance.drive.client.Upload;
import org.bitsconformance.drive.transport.DrivingStopped;
import org.bitsconformance.result.SelectedCase;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.CaseEnd.Ending;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.RunNotice;

/**
 * If the first uploads had no accepted fragment at all, none over a reused connection, or none that is only a part of
 * an upload, this drives a few uploads that differ in one thing. They are cases of a separate scenario that no plan
 * selects, recorded and judged like others. If one of them is accepted and the one they are compared with is not,
 * later cases do the same, so that the rest can be judged.
 */
public final class Diagnosis {

    /** Id of the scenario. */
    public static final String SCENARIO = "diagnosis";

    /** Title of the scenario. */
    static final String TITLE = "Uploads that differ in one thing, driven because the first ones failed";

    private static final long SIZE = 2000;
    private static final long FRAGMENT = 1000;
    private static final Trial USUAL = new Trial("content", "binary", Optional.empty(), FRAGMENT);

    /** If several are accepted, later cases follow the first of them. */
    private static final List<Trial> TRIALS = List.of(
            USUAL,
            new Trial("content", "ascii", Optional.of(Subject.CONTENT), FRAGMENT),
            new Trial("connection", "kept", Optional.empty(), FRAGMENT),
            new Trial("connection", "new", Optional.of(Subject.CONNECTIONS), FRAGMENT),
            new Trial("fragments", "1", Optional.of(Subject.FRAGMENTS), SIZE));

    private final List<Deaths> deaths = List.of(
            new Deaths(fragment -> true), new Deaths(SentFragment::onUsedConnection), new Deaths(SentFragment::isPart));
    private boolean over;

    /** An upload; {@code name} and {@code value} say what it is about. */
    private record Trial(String name, String value, Optional<Subject> subject, long fragment) {

        SelectedCase selected() {
            return new SelectedCase(
                    SCENARIO + "." + name + "=" + value, SCENARIO, TITLE, Map.of(name, value), List.of());
        }

        void drive(BitsClient client) {
            client.adapt(subject.map(Adaptation::of).orElse(Adaptation.NONE));
            Upload upload = client.upload(SIZE);
            upload.pinging().send();
            upload.create();
            for (long end = fragment; upload.nextOffset() < SIZE; end = Math.min(end + fragment, SIZE)) {
                upload.sendUpTo(end, fragment);
            }
            upload.close();
            upload.destination().readBack();
        }
    }

    /** Cases with fragments of a kind that was never accepted. */
    private static final class Deaths {

        private static final int ENOUGH = 4;

        private final Predicate<SentFragment> kind;
        private int died;
        private boolean lived;

        Deaths(Predicate<SentFragment> kind) {
            this.kind = kind;
        }

        void add(List<SentFragment> fragments) {
            List<SentFragment> those = fragments.stream().filter(kind).toList();
            lived = lived || those.stream().anyMatch(SentFragment::taken);
            died += those.isEmpty() ? 0 : 1;
        }

        boolean enough() {
            return !lived && died >= ENOUGH;
        }
    }

    /** Records a case that has ended. */
    synchronized void ended(List<Exchange> exchanges) {
        List<SentFragment> fragments = SentFragment.in(exchanges);
        deaths.forEach(kind -> kind.add(fragments));
    }

    /** Whether it is time for the uploads; the first who asks is to drive them. */
    synchronized boolean isDue() {
        boolean due = !over && deaths.stream().anyMatch(Deaths::enough);
        over = over || due;
        return due;
    }

    /** Drives the uploads before a case, whose id is {@code next}. */
    void drive(ConformanceRun run, String next) {
        Map<Subject, Trial> alive = new EnumMap<>(Subject.class);
        boolean usual = false;
        for (Trial trial : TRIALS) {
            if (run.stopped().isPresent()) {
                return;
            }
            boolean whole = SentFragment.in(drive(run, trial)).stream()
                    .anyMatch(fragment -> fragment.taken() && fragment.isLast());
            usual = usual || (whole && trial.subject().isEmpty());
            trial.subject().filter(subject -> whole).ifPresent(subject -> alive.put(subject, trial));
        }
        if (!usual) {
            alive.keySet().stream()
                    .findFirst()
                    .ifPresent(subject -> run.goOn(Adaptation.of(subject), new RunNotice(words(subject, next))));
        }
    }

    private static String words(Subject subject, String next) {
        return switch (subject) {
            case CONTENT ->
                "no upload of bytes other than ASCII was accepted, so all content is ASCII from " + next + " on";
            case CONNECTIONS ->
                "no upload over one connection was accepted, so each packet uses a new one from " + next
                        + " on, except in cases about connections";
            case FRAGMENTS ->
                "no upload in several fragments was accepted, so uploads use one where possible from " + next
                        + " on, except in cases about fragments";
        };
    }

    private static List<Exchange> drive(ConformanceRun run, Trial trial) {
        SelectedCase selected = trial.selected();
        run.begin(selected, 1);
        CaseEnd end;
        try (BitsClient client = run.openCase(selected.id())) {
            trial.drive(client);
            end = new CaseEnd(selected.id(), Ending.DRIVEN, "");
        } catch (DrivingStopped e) {
            end = new CaseEnd(selected.id(), e.ending(), e.getMessage());
        }
        return run.endOfDiagnosis(selected, end);
    }
}
