package org.bitsconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bitsconformance.drive.scenario.Order;
import org.bitsconformance.plan.Plans;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.reference.FrontEndKind;
import org.bitsconformance.reference.ReferenceOptions;
import org.bitsconformance.reference.ReferenceServer;
import org.bitsconformance.reference.fault.Fault;
import org.bitsconformance.reference.fault.SessionFault;
import org.bitsconformance.result.CaseResult;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.result.Verdict;
import org.bitsconformance.run.ConformanceRun;
import org.bitsconformance.run.JUnitPlatformRun;
import org.bitsconformance.run.RunPreparation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever the order of the cases, the verdicts and the order of the report are those of the plan's order. */
class RandomOrderTests {

    /** The scenarios of plan smoke, and some whose sessions end in other ways. */
    private static final String SOME = String.join(",", Plans.load("smoke").include())
            + ",create-again,end-after-close,overlap,packet-after-cancel,interleaved-sessions,overwrite,close-early";

    private static final String FEW = "ping,create-session,close-session,upload-gap,unknown-session";

    /** Long enough for a busy machine. */
    private static final String TIMEOUT = "10s";

    @TempDir
    Path folder;

    private record Driven(List<String> order, RunResult result) {

        Map<String, Verdict> ofRequirements() {
            Map<String, Verdict> verdicts = new LinkedHashMap<>();
            result.requirements().forEach(one -> verdicts.put(one.requirement().id(), one.verdict()));
            return verdicts;
        }

        Map<String, Verdict> ofCases() {
            Map<String, Verdict> verdicts = new LinkedHashMap<>();
            result.cases().forEach(one -> verdicts.put(one.id(), one.verdict()));
            return verdicts;
        }
    }

    @Test
    void changes_no_verdict() {
        changesNoVerdict(SessionFault.CANCEL_PUBLISHES);
    }

    @Tag("long")
    @Test
    void changes_no_verdict_of_a_conformant_server() {
        changesNoVerdict(null);
    }

    private void changesNoVerdict(Fault fault) {
        Driven planned = drive(server(fault), "only", SOME, "readback", "auto");
        assertThat(planned.order())
                .isEqualTo(planned.result().cases().stream().map(CaseResult::id).toList());

        String seed = fault == null ? "815" : "4711";
        Driven shuffled = drive(server(fault), "only", SOME, "readback", "auto", "order", seed);

        assertSameVerdicts(shuffled, planned);
        assertThat(shuffled.result().randomOrder())
                .contains("random, seed " + seed + " (again with --order " + seed + ")");
    }

    @Test
    void is_the_same_only_for_the_same_seed() {
        String seed = "4711";
        String otherSeed = "815";
        List<String> first = drive(server(null), "only", FEW, "order", seed).order();

        assertThat(drive(server(null), "only", FEW, "order", seed).order()).isEqualTo(first);
        assertThat(drive(server(null), "only", FEW, "order", otherSeed).order())
                .isNotEqualTo(first)
                .containsExactlyInAnyOrderElementsOf(first);
    }

    @Tag("matrix")
    @ParameterizedTest
    @EnumSource(Document.class)
    void changes_no_verdict_of_plan_full(Document document) {
        ReferenceOptions options = EmbeddedServer.options(document).withFrontEnd(FrontEndKind.SOCKET);
        Order order = Order.random();
        System.out.println("order of plan full: " + order);

        Driven planned = drive(options);
        Driven shuffled = drive(options, "order", order.toString());

        assertSameVerdicts(shuffled, planned);
        assertThat(shuffled.result().broken()).isEmpty();
    }

    private static void assertSameVerdicts(Driven shuffled, Driven planned) {
        assertThat(shuffled.order()).isNotEqualTo(planned.order()).containsExactlyInAnyOrderElementsOf(planned.order());
        assertThat(List.copyOf(shuffled.ofCases().entrySet()))
                .containsExactlyElementsOf(planned.ofCases().entrySet());
        assertThat(shuffled.ofRequirements()).isEqualTo(planned.ofRequirements());
        assertThat(shuffled.result().observedDialect())
                .isEqualTo(planned.result().observedDialect());
    }

    private static ReferenceOptions server(Fault fault) {
        return EmbeddedServer.options(Document.MC_BUP)
                .withFaults(Stream.ofNullable(fault).toList());
    }

    private Driven drive(ReferenceOptions setUp, String... more) {
        List<String> order = new ArrayList<>();
        List<String> options = new ArrayList<>(List.of(more));
        options.addAll(List.of("timeout", TIMEOUT));
        try (ReferenceServer server = ReferenceServer.start(setUp);
                ConformanceRun run = new ConformanceRun(
                        new RunPreparation(name -> null)
                                .prepare(EmbeddedServer.judging(
                                        server, InProcess.request("", folder, options.toArray(String[]::new)))),
                        ended -> order.add(ended.id()))) {
            run.preflight();
            JUnitPlatformRun.execute(run);
            return new Driven(order, run.finish());
        }
    }
}
