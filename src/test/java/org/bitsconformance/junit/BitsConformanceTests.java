package org.bitsconformance.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.bitsconformance.hostile.UnansweredFragments;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.reference.FrontEndKind;
import org.bitsconformance.reference.ReferenceOptions;
import org.bitsconformance.reference.ReferenceServer;
import org.bitsconformance.reference.fault.Faults;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.opentest4j.AssertionFailedError;

/** A run as dynamic tests of somebody else's test class. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BitsConformanceTests {

    private static final AtomicReference<BitsConformance> RUN = new AtomicReference<>();

    @TempDir
    Path out;

    /** The test class of an author of a server. */
    static class OfServerAuthor {

        @TestFactory
        Stream<DynamicNode> keepsTheProtocol() {
            return RUN.get().tests();
        }
    }

    @Test
    void a_conformant_server_passes_with_a_container_for_each_scenario_and_a_test_for_each_case() {
        try (ReferenceServer server = server()) {
            EngineExecutionResults results = execute(run(server).only("ping", "cancel-session"));

            assertThat(results.testEvents().failed().count()).isZero();
            assertThat(names(results.containerEvents().succeeded().list()))
                    .containsSubsequence("ping", "cancel-session", "requirements");
            assertThat(names(results.testEvents().succeeded().list()))
                    .contains("ping.times=1", "ping.times=3", "ping.status", "verdict")
                    .endsWith("verdict");
            assertThat(out.resolve("report.html")).exists();
        }
    }

    @Test
    void a_failure_is_an_assertion_with_what_is_expected_and_reported_once() {
        try (ReferenceServer server = server("gap-accepted")) {
            EngineExecutionResults results = execute(run(server).only("upload-gap"));

            assertThat(results.testEvents().failed().list())
                    .allSatisfy(failed -> assertThat(thrown(failed)).isInstanceOf(AssertionFailedError.class));
            assertThat(names(results.testEvents().failed().list()))
                    .contains("verdict")
                    .allMatch(name -> name.startsWith("upload-gap.") || name.equals("verdict"));
            assertThat(results.testEvents().failed().list())
                    .anySatisfy(failed ->
                            assertThat(thrown(failed)).hasMessageContaining("was answered 200 where 416 is expected"));
            assertThat(results.testEvents().aborted().list())
                    .anySatisfy(aborted ->
                            assertThat(thrown(aborted)).hasMessageStartingWith("fail, which the case upload-gap."));
        }
    }

    @Test
    void known_failures_fail_no_test() {
        Path baseline = out.resolve("known.yaml");
        try (ReferenceServer server = server("gap-accepted")) {
            assertThat(execute(run(server).only("upload-gap").writeBaseline(baseline))
                            .testEvents()
                            .failed()
                            .count())
                    .isPositive();

            EngineExecutionResults results =
                    execute(run(server).only("upload-gap").baseline(baseline));

            assertThat(results.testEvents().failed().list()).isEmpty();
            assertThat(names(results.containerEvents().succeeded().list())).contains("baseline");
        }
    }

    @Test
    void what_cannot_be_judged_fails_the_verdict_with_the_reason() {
        EngineExecutionResults results =
                execute(BitsConformance.of("http://127.0.0.1:1/").only("ping").out(out));

        assertThat(names(results.testEvents().failed().list())).containsExactly("verdict");
        assertThat(thrown(results.testEvents().failed().list().get(0)))
                .hasMessageContaining("127.0.0.1:1")
                .hasMessageEndingWith("report: " + out.resolve("report.html"));
    }

    @Test
    void a_test_is_there_when_its_case_has_ended_and_a_stream_that_is_closed_ends_the_run() throws IOException {
        try (UnansweredFragments server = UnansweredFragments.start()) {
            Stream<DynamicNode> tests = BitsConformance.of(server.url())
                    .only("ping", "upload-in-fragments")
                    .timeout(Duration.ofMinutes(10))
                    .readback("none")
                    .out(out)
                    .tests();
            Iterator<DynamicNode> scenarios = tests.iterator();
            DynamicContainer ping = (DynamicContainer) scenarios.next();
            List<String> cases =
                    ping.getChildren().map(DynamicNode::getDisplayName).toList();

            assertThat(ping.getDisplayName()).isEqualTo("ping");
            assertThat(cases).containsExactly("ping.times=1", "ping.times=3");
            assertThat(out.resolve("report.json")).doesNotExist();

            tests.close();
            assertThat(Files.readString(out.resolve("report.json"))).contains("the run was interrupted");
        }
    }

    @Test
    void a_stream_that_nobody_reads_sends_nothing() {
        try (ReferenceServer server = server()) {
            Stream<DynamicNode> tests = run(server).only("create-session").tests();
            tests.close();
            assertThat(server.openSessions()).isZero();
            assertThat(out.resolve("report.json")).doesNotExist();
        }
    }

    @Test
    void cases_that_are_driven_at_once_are_in_the_containers_of_their_scenarios() {
        try (ReferenceServer server = server()) {
            EngineExecutionResults results = execute(
                    run(server).only("ping", "cancel-session", "close-session").parallel(3));

            assertThat(results.testEvents().failed().list()).isEmpty();
            assertThat(results.testEvents().succeeded().list())
                    .filteredOn(
                            event -> event.getTestDescriptor().getDisplayName().startsWith("ping.times"))
                    .hasSize(2)
                    .allSatisfy(event -> assertThat(event.getTestDescriptor()
                                    .getParent()
                                    .orElseThrow()
                                    .getDisplayName())
                            .isEqualTo("ping"));
        }
    }

    @Test
    void wrong_options_are_one_line_in_the_words_of_this_class() {
        BitsConformance any = BitsConformance.of("http://127.0.0.1:1/").out(out);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> any.dialect("latin").tests())
                .withMessage("dialect must be one of any, win32, mc-bup, windows, not \"latin\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BitsConformance.of("ftp://a/").out(out).tests())
                .withMessageContaining("url");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BitsConformance.of("http://127.0.0.1:1/")
                        .plan("smoke")
                        .only("no-such")
                        .out(out)
                        .tests())
                .withMessage("only no-such: no scenario matches; see the command list");
    }

    private BitsConformance run(ReferenceServer server) {
        return BitsConformance.of(server.uploadUrl()).readback("url").retries(0).out(out);
    }

    private static ReferenceServer server(String... faults) {
        return ReferenceServer.start(ReferenceOptions.conformant(Document.MC_BUP)
                .withFrontEnd(FrontEndKind.SOCKET)
                .withFaults(Stream.of(faults)
                        .map(id -> Faults.named(id).orElseThrow())
                        .toList()));
    }

    private static EngineExecutionResults execute(BitsConformance run) {
        RUN.set(run);
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(OfServerAuthor.class))
                .execute();
    }

    private static List<String> names(List<Event> events) {
        return events.stream()
                .map(event -> event.getTestDescriptor().getDisplayName())
                .toList();
    }

    private static Throwable thrown(Event event) {
        return event.getPayload(org.junit.platform.engine.TestExecutionResult.class)
                .flatMap(result -> result.getThrowable())
                .orElseThrow();
    }
}
