package org.bitsconformance.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.Exchange.Timing;
import org.bitsconformance.transcript.Purpose;
import org.bitsconformance.transcript.SendContext;
import org.bitsconformance.transcript.http.WireBytes;
import org.junit.jupiter.api.Test;

/** Which finding is the example of a broken requirement. */
class ExamplesTests {

    private static final String PING = "ping.status";
    private static final String CLOSE = "close-session.status";

    private final CaseResult inPassing = of("in-passing", CLOSE, 1);
    private final CaseResult small = of("small", PING, 2);
    private final CaseResult large = of("large", PING, 9);

    @Test
    void theShortestCaseThatExistsForTheRequirementComesFirst() {
        assertThat(ordered(
                        finding(inPassing, Verdict.FAIL), finding(large, Verdict.FAIL), finding(small, Verdict.FAIL)))
                .containsExactly("small", "large", "in-passing");
    }

    @Test
    void theWorstComesBeforeTheShortest() {
        assertThat(ordered(finding(small, Verdict.WARN), finding(large, Verdict.FAIL)))
                .containsExactly("large", "small");
    }

    @Test
    void aPlainPacketComesBeforeAnOddOne() {
        Finding odd = SampleFinding.advised(
                SampleFinding.of(PING, "Rule", Verdict.FAIL, "small", "", "", "", ""), "Trim header values.");

        assertThat(ordered(odd, finding(large, Verdict.FAIL))).containsExactly("large", "small");
    }

    @Test
    void aFindingAboutTheRunKeepsItsPlace() {
        Finding ofTheRun = SampleFinding.of(PING, "Rule", Verdict.FAIL, "", "", "", "", "");

        assertThat(ordered(finding(inPassing, Verdict.FAIL), ofTheRun)).containsExactly("", "in-passing");
    }

    private List<String> ordered(Finding... findings) {
        return Stream.of(findings)
                .sorted(new Examples(List.of(inPassing, small, large)).bestFirst())
                .map(Finding::caseId)
                .toList();
    }

    private static Finding finding(CaseResult of, Verdict verdict) {
        return SampleFinding.of(PING, "Rule", verdict, of.id(), of.id() + "-x1", "", "", "");
    }

    private static CaseResult of(String id, String requirement, int exchanges) {
        List<Exchange> exchanged = IntStream.rangeClosed(1, exchanges)
                .mapToObj(i -> new Exchange(
                        id + "-x" + i,
                        id,
                        Purpose.CASE,
                        0,
                        1,
                        "c1",
                        1,
                        WireBytes.NONE,
                        WireBytes.NONE,
                        WireBytes.NONE,
                        Ending.ANSWERED,
                        new Timing(0, 0, OptionalLong.empty(), 0),
                        SendContext.USUAL))
                .toList();
        return new CaseResult(
                new SelectedCase(id, "scenario", "", Map.of(), List.of(requirement)),
                Verdict.FAIL,
                "",
                List.of(),
                List.of(new Drive(Verdict.FAIL, "", exchanged)),
                1);
    }
}
