package org.bitsconformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bitsconformance.cli.InProcess;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.reference.FrontEndKind;
import org.bitsconformance.reference.ReferenceOptions;
import org.bitsconformance.reference.ReferenceServer;
import org.bitsconformance.reference.fault.AckFault;
import org.bitsconformance.reference.fault.Fault;
import org.bitsconformance.reference.fault.FragmentFault;
import org.bitsconformance.reference.fault.SessionFault;
import org.bitsconformance.result.CaseResult;
import org.bitsconformance.result.RequirementResult;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.RecordReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whoever sends the packets, and however many cases are driven at once: plan full sends the same packets, gets the same
 * answers and gives the same verdicts, case by case and requirement by requirement. The scenarios {@code http-*},
 * {@code cut-off-*}, {@code slow-fragment} and {@code odd-*} are left out, since their cases write requests themselves.
 */
@Tag("long")
class EquivalentRunsTests {

    /** Requests that neither sender sends, but the cases write themselves, over connections of their own. */
    private static final String WRITTEN_BY_CASES = "http-*,cut-off-*,slow-fragment,odd-*";

    /** What differs from run to run: names of uploads, session ids, moments, and the port of the server. */
    private static final Pattern OF_ONE_RUN = Pattern.compile("bits-[0-9a-f]{8}-\\w+"
            + "|[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4} ?){3}-[0-9A-Fa-f]{12}"
            + "|\\w{3}, \\d{2} \\w{3} \\d{4} \\d{2}:\\d{2}:\\d{2} GMT"
            + "|(127\\.0\\.0\\.1|localhost):\\d+");

    @TempDir
    Path folder;

    /** The reference server, and servers with a fault in one answer, in most answers, and in what they keep. */
    static Stream<ReferenceOptions> servers() {
        return Stream.of(
                with(),
                with(FragmentFault.GAP_ACCEPTED),
                with(AckFault.ERROR_CODE_ON_SUCCESS),
                with(SessionFault.CANCEL_PUBLISHES));
    }

    private static ReferenceOptions with(Fault... faults) {
        return ReferenceOptions.conformant(Document.MC_BUP)
                .withFrontEnd(FrontEndKind.SOCKET)
                .withFaults(faults);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void the_clients_of_a_library_and_of_the_suite_are_equivalent(ReferenceOptions options) throws IOException {
        Driven own = drive(options, "own", run -> {});
        Driven library = drive(options, "library", ConformanceRun::sendAsOrdinaryClient);

        assertThat(library.byLibrary())
                .as("most cases have several packets, and the library sends them")
                .isGreaterThan(own.byLibrary() * 2)
                .isGreaterThan(own.byLibrary() + library.packets().size());
        library.isLike(own);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void cases_at_once_and_one_at_a_time_are_equivalent(ReferenceOptions options) throws IOException {
        Driven one = drive(options, "one", run -> {});
        Driven three = drive(options, "three", run -> {}, "parallel", "3");

        assertThat(three.result().run().traffic().parallel().driven()).isEqualTo(3);
        three.isLike(one);
    }

    /**
     * A run and its packets, each case for itself.
     *
     * @param byLibrary number of requests whose first field is not Host, as it is in those of the suite's own writer
     */
    private record Driven(RunResult result, Map<String, List<String>> packets, long byLibrary) {

        void isLike(Driven other) {
            assertThat(differing(ofCases(), other.ofCases())).isEmpty();
            assertThat(differing(ofRequirements(), other.ofRequirements())).isEmpty();
            assertThat(result.verdict()).isEqualTo(other.result.verdict());
            assertThat(result.observedDialect()).isEqualTo(other.result.observedDialect());
            assertThat(packets).hasSizeGreaterThan(100);
            assertThat(differing(packets, other.packets)).isEmpty();
        }

        private static List<String> differing(Map<String, ?> mine, Map<String, ?> others) {
            assertThat(mine.keySet()).containsExactlyElementsOf(others.keySet());
            return mine.keySet().stream()
                    .filter(id -> !mine.get(id).equals(others.get(id)))
                    .map(id -> id + ": " + mine.get(id) + " and not " + others.get(id))
                    .toList();
        }

        private Map<String, String> ofCases() {
            Map<String, String> verdicts = new LinkedHashMap<>();
            for (CaseResult one : result.cases()) {
                verdicts.put(one.id(), one.verdict() + " " + masked(one.reason()));
            }
            return verdicts;
        }

        private Map<String, List<Object>> ofRequirements() {
            Map<String, List<Object>> verdicts = new LinkedHashMap<>();
            for (RequirementResult one : result.requirements()) {
                verdicts.put(one.requirement().id(), List.of(one.verdict(), one.reason(), one.judged(), one.broken()));
            }
            return verdicts;
        }
    }

    private Driven drive(ReferenceOptions options, String name, Consumer<ConformanceRun> begun, String... more)
            throws IOException {
        Path out = folder.resolve(name);
        List<String> asked = new ArrayList<>(List.of("skip", WRITTEN_BY_CASES, "timeout", "20s"));
        asked.addAll(List.of(more));
        try (ReferenceServer server = ReferenceServer.start(options);
                ConformanceRun run = new ConformanceRun(
                        new RunPreparation(any -> null)
                                .prepare(InProcess.request(
                                        server.uploadUrl().toString(), out, asked.toArray(String[]::new))),
                        ended -> {})) {
            begun.accept(run);
            run.preflight();
            JUnitPlatformRun.execute(run);
            RunResult result = run.finish();
            return packets(result, out);
        }
    }

    private static Driven packets(RunResult result, Path out) throws IOException {
        Map<String, List<String>> packets = new TreeMap<>();
        long byLibrary = 0;
        for (var event : RecordReader.read(out.resolve("transcript"))) {
            if (event instanceof Exchange exchange && !exchange.caseId().isEmpty()) {
                packets.computeIfAbsent(exchange.caseId(), id -> new ArrayList<>())
                        .add(exchange.purpose() + " " + exchange.session() + " " + exchange.ending() + "\n"
                                + message(exchange.request().text()) + "\n--\n"
                                + message(exchange.answer().text()));
                byLibrary += exchange.request().text().contains(" HTTP/1.1\r\nHost: ") ? 0 : 1;
            }
        }
        return new Driven(result, packets, byLibrary);
    }

    private static String masked(String text) {
        return OF_ONE_RUN.matcher(text).replaceAll("…");
    }

    /** The first line of a message, its fields in any order, and its body. */
    private static String message(String message) {
        int end = message.indexOf("\r\n\r\n");
        if (end < 0) {
            return masked(message);
        }
        String[] head = masked(message.substring(0, end)).split("\r\n");
        Stream<String> fields = Arrays.stream(head).skip(1).sorted();
        return head[0] + "\n" + String.join("\n", fields.toList()) + "\n\n" + message.substring(end + 4);
    }
}
