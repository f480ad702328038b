package org.bitsconformance.run;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bitsconformance.drive.client.TargetLink;
import org.bitsconformance.drive.scenario.Order;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.result.SelectedCase;
import org.bitsconformance.target.ApplicationSetup;
import org.bitsconformance.target.RunBudget;
import org.bitsconformance.target.Target;
import org.bitsconformance.target.TargetException;
import org.bitsconformance.transcript.Declared;
import org.bitsconformance.transcript.Event;
import org.bitsconformance.transcript.RunHeader;

/**
 * What a run is to do, checked.
 *
 * @param target the server under test
 * @param mode {@code upload} or {@code upload-reply}
 * @param readback how uploads can be read back, as declared: {@code auto}, {@code none}, {@code url}, {@code dir}
 * @param dialect which document decides
 * @param declared what the target was declared to be set up for
 * @param plan name of the test plan
 * @param cases the cases to drive, in the order of the plan
 * @param strict whether a broken SHOULD fails the run
 * @param budget what the run owes to the target beside the protocol
 * @param parallel how many cases at once, where the target bears it; from 1
 * @param order in which the cases are driven
 * @param retries how often a failing case is driven again at most
 * @param out folder of the reports
 * @param application the server application that the suite is to play
 * @param baseline the failures that are known, and where to write those of this run
 */
public record RunSetup(
        Target target,
        String mode,
        String readback,
        Dialect dialect,
        Declared declared,
        String plan,
        List<SelectedCase> cases,
        boolean strict,
        RunBudget budget,
        int parallel,
        Order order,
        int retries,
        Path out,
        Optional<ApplicationSetup> application,
        BaselineSetup baseline) {

    /** The same with one case after the other. */
    public RunSetup oneAtATime() {
        return new RunSetup(
                target,
                mode,
                readback,
                dialect,
                declared,
                plan,
                cases,
                strict,
                budget,
                1,
                order,
                retries,
                out,
                application,
                baseline);
    }

    /** The same run with other cases, in the order of the scenarios, under another name than its plan's. */
    RunSetup driving(String name, List<SelectedCase> others, int atOnce) {
        return new RunSetup(
                target,
                mode,
                readback,
                dialect,
                declared,
                name,
                others,
                strict,
                budget,
                atOnce,
                Order.PLAN,
                retries,
                out,
                application,
                baseline);
    }

    /** The same run of a target that is set up as another run was told. */
    RunSetup setUpAs(String otherMode, Declared other) {
        return new RunSetup(
                target,
                otherMode,
                readback,
                dialect,
                other,
                plan,
                cases,
                strict,
                budget,
                parallel,
                order,
                retries,
                out,
                application,
                baseline);
    }

    /** What the record begins with, now; {@code listening} is where the server application is, if one is played. */
    RunHeader header(Optional<String> listening) {
        return new RunHeader(
                RunHeader.FORMAT,
                Suite.nameAndVersion(),
                Instant.now(),
                target.url(),
                mode,
                readback,
                dialect,
                plan,
                cases.stream().map(SelectedCase::id).toList(),
                target.timeout().toMillis(),
                target.maxUpload(),
                target.maxFragment(),
                declared.listeningAt(listening),
                order.toString(),
                strict);
    }

    /**
     * The way to the target.
     *
     * @param sink takes every event as it happens
     * @throws UsageException when a file of certificates cannot be used
     */
    TargetLink link(Consumer<Event> sink) {
        try {
            return new TargetLink(
                    target, mode.equals("upload-reply"), declared, budget, application, Suite.nameAndVersion(), sink);
        } catch (TargetException e) {
            throw new UsageException(e.getMessage());
        }
    }

    /** What the user should know before the first case; empty mostly. */
    String notice() {
        return target.namesUploads()
                ? ""
                : "note: the URL neither ends in / nor contains {name}: it is used for every upload, and cases that"
                        + " need several names are skipped";
    }
}
