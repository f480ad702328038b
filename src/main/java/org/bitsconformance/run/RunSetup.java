package org.bitsconformance.run;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bitsconformance.drive.client.TargetLink;
import org.bitsconformance.drive.scenario.Order;
import org.bitsconformance.machine.Word;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.result.Parallel;
import org.bitsconformance.result.SelectedCase;
import org.bitsconformance.target.Budget;
import org.bitsconformance.target.NotificationSettings;
import org.bitsconformance.target.Target;
import org.bitsconformance.target.TargetException;
import org.bitsconformance.target.UploadSettings;
import org.bitsconformance.transcript.Event;
import org.bitsconformance.transcript.Probed;
import org.bitsconformance.transcript.RunHeader;
import org.bitsconformance.transcript.Scale;
import org.bitsconformance.transcript.Shard;

/**
 * The checked setup of a run.
 *
 * @param target the server under test
 * @param cases the cases to drive
 * @param pace how they are driven
 * @param judging how the run is judged
 * @param out folder of the reports
 */
public record RunSetup(Target target, Cases cases, Pace pace, Judging judging, Path out) {

    /**
     * The cases of a run.
     *
     * @param plan name of the test plan
     * @param all in the order of the plan
     * @param order in which they are driven
     * @param part of the plan that they make up
     * @param scale how much they drive; empty if none of them leaves that open
     */
    public record Cases(String plan, List<SelectedCase> all, Order order, Part part, Optional<Scale> scale) {

        RunHeader.Cases header() {
            return new RunHeader.Cases(plan, ids(all), order.toString(), part.shard, part.planned, List.of(), scale);
        }
    }

    /**
     * Which part of a plan is driven.
     *
     * @param shard empty for the whole plan
     * @param planned ids of all cases of the plan; none for the whole plan
     */
    public record Part(Optional<Shard> shard, List<String> planned) {

        /** The whole plan. */
        public static final Part WHOLE = new Part(Optional.empty(), List.of());
    }

    /**
     * How cases are driven.
     *
     * @param budget how much may be sent
     * @param parallel how many cases at once, if the target allows it; at least 1
     * @param retries how many times a failing case may be driven again
     */
    public record Pace(Budget budget, int parallel, int retries) {

        Pace atOnce(int many) {
            return new Pace(budget, many, retries);
        }
    }

    /**
     * How a run is judged.
     *
     * @param dialect which document decides
     * @param strict whether a broken SHOULD fails the run
     * @param baseline the known failures, and where to write those of this run
     */
    public record Judging(Dialect dialect, boolean strict, BaselineSetup baseline) {}

    /** A copy that drives one case after the other. */
    public RunSetup oneAtATime() {
        return new RunSetup(target, cases, pace.atOnce(1), judging, out);
    }

    /** A copy with other cases, in the order of the scenarios, with this scale, and with a name instead of its plan's. */
    RunSetup driving(String name, List<SelectedCase> others, int atOnce, Optional<Scale> scale) {
        Cases driven = new Cases(name, others, Order.PLAN, Part.WHOLE, scale);
        return new RunSetup(target, driven, pace.atOnce(atOnce), judging, out);
    }

    /**
     * A copy with words instead of its cases.
     *
     * @param name of the run, in place of a plan's
     * @param alphabet name or file of the words' alphabet
     * @param rest whether there is more than these words, so that the run cannot be complete
     */
    public RunSetup driving(String name, List<Word> words, String alphabet, boolean rest) {
        return driving(name, Selected.words(words, alphabet, rest), pace.parallel, Optional.empty());
    }

    /** A copy for another target. */
    RunSetup of(Target other) {
        return new RunSetup(other, cases, pace, judging, out);
    }

    /** The beginning of the record, as of now; {@code listening} is where the server application is, if one is played. */
    RunHeader header(Optional<String> listening) {
        UploadSettings uploads = target.uploads();
        return new RunHeader(
                new RunHeader.Origin(RunHeader.FORMAT, Suite.nameAndVersion(), Instant.now()),
                new RunHeader.Tested(
                        target.url(),
                        uploads.mode().toString(),
                        uploads.readBack().kind().word(),
                        target.requests().timeout().toMillis(),
                        uploads.largest(),
                        uploads.largestFragment(),
                        target.declared().listeningAt(listening)),
                new RunHeader.Judging(judging.dialect, judging.strict),
                cases.header());
    }

    /** Ids of cases, in order. */
    static List<String> ids(List<SelectedCase> cases) {
        return cases.stream().map(SelectedCase::id).toList();
    }

    /**
     * The link to the target.
     *
     * @param sink receives every event as it happens
     * @throws UsageException when a certificate file cannot be used
     */
    public TargetLink link(Consumer<Event> sink) {
        try {
            return new TargetLink(target, pace.budget, cases.scale.orElse(Scale.USUAL), Suite.nameAndVersion(), sink);
        } catch (TargetException e) {
            throw new UsageException(e.getMessage());
        }
    }

    /** How many cases to drive at once, given what the preflight found out. */
    Parallel parallel(Probed probed) {
        boolean named =
                target.notification().filter(NotificationSettings::named).isPresent();
        return Parallel.of(pace.parallel, target.namesUploads(), named, target.declared(), probed);
    }

    /** What the user should know before the first case; usually empty. */
    public String notice() {
        return target.namesUploads()
                ? ""
                : "note: the URL neither ends in / nor contains {name}: it is used for every upload, and cases that"
                        + " need several names are skipped";
    }
}
