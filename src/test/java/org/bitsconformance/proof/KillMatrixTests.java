package org.bitsconformance.proof;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.bitsconformance.cli.FaultyRun;
import org.bitsconformance.cli.pages.FaultTable;
import org.bitsconformance.reference.fault.Fault;
import org.bitsconformance.reference.fault.SessionFault;
import org.bitsconformance.reference.fault.WireFault;
import org.bitsconformance.result.Cause;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.result.Verdict;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.CaseEnd.Ending;
import org.bitsconformance.transcript.RecordReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Drives every fault with plan full, or the plan of its setup: exactly the requirements of {@code faults.yaml} fail and
 * its cause is named, so the scenarios that it lists hide nothing, and no error of the suite counts as a finding. Most
 * of the time is spent on waiting for answers that do not come, so several faults are driven at a time if
 * {@code bits.concurrentTests} says so.
 */
@Tag("matrix")
@Execution(ExecutionMode.CONCURRENT)
class KillMatrixTests {

    private static final FaultTable TABLE = FaultTable.load();

    /** Each of their answers takes the whole time limit, and there are hundreds; only the listed scenarios are driven. */
    private static final Set<Fault> LONG_WAITS = Set.of(
            SessionFault.CLOSE_NEVER_ANSWERED,
            WireFault.CLOSE_ANSWER_DRIPS,
            WireFault.ERROR_LENGTH_TOO_LARGE,
            WireFault.CLOSED_CONNECTION_WAITED_FOR);

    @TempDir
    Path folder;

    static List<Fault> faults() {
        return TABLE.faults();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void plan_full_fails_exactly_the_requirements_in_the_table(Fault fault) throws IOException {
        FaultTable.Entry entry = TABLE.of(fault);
        String only = LONG_WAITS.contains(fault) ? String.join(",", entry.shownBy()) : "";
        RunResult result = FaultyRun.judge(fault, entry, only, folder);

        SoftAssertions softly = new SoftAssertions();
        softly.assertThat(RecordReader.read(folder.resolve("transcript")))
                .filteredOn(event -> event instanceof CaseEnd end && end.ending() == Ending.SUITE_ERROR)
                .as("errors of the suite")
                .isEmpty();
        softly.assertThat(result.requirements())
                .as("the fault %s; %s", fault.id(), result.reason())
                .filteredOn(
                        requirement -> requirement.verdict() == Verdict.FAIL || requirement.verdict() == Verdict.WARN)
                .extracting(requirement -> requirement.requirement().id())
                .containsExactlyInAnyOrderElementsOf(entry.breaks());
        softly.assertThat(result.causes())
                .as("the cause of %s", fault.id())
                .extracting(Cause::id)
                .containsExactlyElementsOf(entry.causes());
        softly.assertAll();
    }
}
