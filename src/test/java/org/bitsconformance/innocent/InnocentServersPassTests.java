package org.bitsconformance.innocent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bitsconformance.cli.InProcess;
import org.bitsconformance.cli.pages.FreedomTable;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.result.Finding;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.result.RunVerdict;
import org.bitsconformance.result.SelectedCase;
import org.bitsconformance.result.Verdict;
import org.bitsconformance.run.RunRequest;
import org.bitsconformance.run.RunSetup;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A server that uses the freedoms of the documents and HTTP passes, whichever it takes, and everything is judged. Each
 * build drives servers with several freedoms each, with one case of every other scenario; under the tag {@code long}, with
 * every case; under the tag {@code matrix}, each server takes one freedom.
 */
@Order(2)
class InnocentServersPassTests {

    /** The scenarios of plan full below the packets, and those that take long. */
    private static final String BELOW_THE_PACKETS = "http-*,cut-off-*,slow-fragment,protocol-pairs";

    /** The scenarios that distinguish forms of requests that HTTP or the documents leave open; read back by URL. */
    private static final String FORMS = "http-*,protocol-pairs,header-spelling,body-unexpected,ping-with-body,odd-*";

    @TempDir
    Path folder;

    /** Each takes several freedoms that do not hide each other: its document, the dialect that judges it, plan, freedoms. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @CsvSource({
        "MC_BUP, mc-bup, packets, NAMES_LOWER ORDER_REVERSED EXTRA_HEADERS SESSION_ID_LOWER HRESULT_X CONTEXT_X"
                + " RANGE_ERROR_WITHOUT_CODE LAST_FRAGMENT_AGAIN OTHER_CASE_REFUSED NO_LENGTH_411",
        "WIN32, win32, packets, NAMES_UPPER VALUES_WITHOUT_BLANK SESSION_ID_ODD CREATED_201 OPTIONAL_HEADERS"
                + " HRESULT_BARE CONTEXT_BARE OVERLAP_LIKE_THE_OTHER LISTS_WITH_COMMAS_REFUSED",
        "MC_BUP, mc-bup, packets, CLOSE_ANNOUNCED REASON_FOREIGN VALUES_AFTER_TAB SESSION_ID_IN_PING_ACK"
                + " SESSION_ID_MIXED CHECKS_IN_OTHER_ORDER PUBLISHED_LIKE_THE_OTHER BUSY_503_NOW_AND_THEN"
                + " READ_BACK_PAGE_FOR_OTHERS",
        "WIN32, win32, packets, CLOSE_UNANNOUNCED REASON_EMPTY SESSION_ID_DECIMAL EARLY_CLOSE_LIKE_THE_OTHER"
                + " NO_LENGTH_TAKEN OVERLAP_OFFSET_OF_FRAGMENT BODY_IN_ACKS READ_BACK_IS_A_PAGE",
        "MC_BUP, mc-bup, packets, CLOSE_BY_RESET REASON_MISSING NAMES_MIXED HRESULT_LOWER LATE_CANCEL_CHANGES_NOTHING"
                + " MALFORMED_SESSION_400 CONTEXT_LEADING_ZEROS",
        "WIN32, win32, packets, CLOSE_IDLE SESSION_ID_PATH HRESULT_LEADING_ZEROS RANGE_ERROR_WITH_CODE"
                + " OFFSET_IN_EVERY_FRAGMENT_ACK PING_OF_UNKNOWN_SESSION_REFUSED PING_WITH_BODY_REFUSED"
                + " LISTS_WITH_FLAWS_REFUSED",
        "MC_BUP, mc-bup, packets, CONTINUE_OFTEN ONE_BYTE_SEGMENTS READ_BACK_CHUNKED RANGE_ERROR_WITH_CODE HRESULT_BARE"
                + " OFFSET_IN_EVERY_FRAGMENT_ACK PING_OF_UNKNOWN_SESSION_REFUSED LISTS_WITH_FLAWS_REFUSED",
        "MC_BUP, mc-bup, packets, VALUES_FOLDED HRESULT_UPPER OPTIONAL_HEADERS CANCEL_ACK_UPPER MISSING_SESSION_500"
                + " DESTINATION_KEPT FOLDERS_MADE",
        "WIN32, win32, full, VALUES_BEFORE_BLANKS REASON_LONG SESSION_ID_BARE LONG_HEADERS_431 ODD_RANGES_TAKEN"
                + " ENCODING_IGNORED DESTINATION_KEPT ONE_CONNECTION",
        "MC_BUP, mc-bup, full, REFUSAL_BEFORE_BODY SESSION_ID_ECHOED_IN_OTHER_CASE PROTOCOL_UPPER"
                + " KEEPS_CUT_OFF_FRAGMENTS FOLDERS_404",
        "WIN32, win32, packets, REFUSAL_BEFORE_BODY_THEN_CLOSE ERROR_UNDER_BOTH_NAMES SESSION_ID_SHORT"
                + " VALUES_AFTER_BLANKS KEEPS_CUT_OFF_FRAGMENTS EARLY_CLOSE_REFUSED ENDED_SESSIONS_E_FAIL",
        "MC_BUP, any, packets, CREATED_201 ERROR_UNDER_THE_OTHER_NAME ENDED_SESSIONS_LIKE_THE_OTHER"
                + " OVERLAP_LIKE_THE_OTHER SESSION_ID_ODD BODY_IN_ACKS",
        "WIN32, any, packets, ERROR_UNDER_THE_OTHER_NAME ENDED_SESSIONS_LIKE_THE_OTHER LAST_FRAGMENT_AGAIN"
                + " OVERLAP_LIKE_THE_OTHER MANY_HEADERS DESTINATION_TAKEN_AT_CREATE",
        "MC_BUP, mc-bup, smoke, LENGTHS_WITH_ZEROS LARGE_FRAGMENTS_413 SESSION_ID_NOT_IN_ERRORS"
                + " EARLY_CLOSE_LIKE_THE_OTHER CLOSE_IDLE_408",
        "WIN32, win32, smoke, LARGE_FRAGMENTS_500 CONTINUE_ONCE SLOW",
        "WIN32, win32, smoke, EARLY_HINTS DRIBBLE READ_BACK_UNTIL_CLOSE SESSION_ID_WITH_BLANK HOST_ID_WITHOUT_TIMEOUT"
                + " PUBLISHED_LIKE_THE_OTHER LATE_CANCEL_CHANGES_NOTHING",
        "MC_BUP, mc-bup, forms, ODD_FORMS_REFUSED",
        "WIN32, any, forms, ODD_FORMS_REFUSED",
        "MC_BUP, any, forms, REPEATED_FIELDS_FIRST RELATIVE_TARGET_LITERAL OTHER_METHODS_TAKEN",
        "WIN32, win32, forms, REPEATED_FIELDS_FIRST RELATIVE_TARGET_LITERAL OTHER_METHODS_TAKEN",
        "MC_BUP, mc-bup, forms, REPEATED_FIELDS_LAST RELATIVE_TARGET_RESOLVED FOLDED_FIELDS_REFUSED",
        "WIN32, any, forms, REPEATED_FIELDS_LAST RELATIVE_TARGET_RESOLVED FOLDED_FIELDS_REFUSED"
    })
    @interface EachServer {}

    /**
     * One case of every other scenario, other ones for each server: what a freedom changes, it mostly changes in every
     * case.
     */
    @EachServer
    void several_freedoms_pass(Document document, String dialect, String plan, String freedoms) throws IOException {
        int server = Math.floorMod(freedoms.hashCode(), 1 << 16);
        passes(document, taken(freedoms), dialect, plan, setup -> oneCaseOfEveryOtherScenario(setup, server));
    }

    @Tag("long")
    @EachServer
    void several_freedoms_pass_in_every_case(Document document, String dialect, String plan, String freedoms)
            throws IOException {
        passes(document, taken(freedoms), dialect, plan, UnaryOperator.identity());
    }

    private static Set<Freedom> taken(String freedoms) {
        return Arrays.stream(freedoms.split(" ", -1)).map(Freedom::valueOf).collect(Collectors.toSet());
    }

    private static RunSetup oneCaseOfEveryOtherScenario(RunSetup setup, int number) {
        RunSetup.Cases cases = setup.cases();
        List<List<SelectedCase>> scenarios = List.copyOf(cases.all().stream()
                .collect(Collectors.groupingBy(SelectedCase::scenario, LinkedHashMap::new, Collectors.toList()))
                .values());
        List<SelectedCase> few = IntStream.range(0, scenarios.size())
                .filter(place -> (place + number) % 2 == 0)
                .mapToObj(scenarios::get)
                .map(all -> all.get(number / 2 % all.size()))
                .toList();
        return new RunSetup(
                setup.target(),
                new RunSetup.Cases(cases.plan(), few, cases.order(), cases.part(), cases.scale()),
                setup.pace(),
                setup.judging(),
                setup.out());
    }

    @Test
    void each_freedom_is_taken_by_one_of_these_servers() {
        String[] servers = EachServer.class.getAnnotation(CsvSource.class).value();

        Set<String> taken = Arrays.stream(servers)
                .flatMap(server -> Arrays.stream(server.replaceFirst(".*, ", "").split(" ", -1)))
                .collect(Collectors.toSet());
        assertThat(Freedom.values())
                .filteredOn(freedom -> !taken.contains(freedom.name()))
                .as("freedoms to add to a server of EachServer in InnocentServersPassTests")
                .isEmpty();
    }

    @Test
    void the_table_has_each_freedom_and_the_servers_that_may_take_it() {
        Map<String, String> servers = new LinkedHashMap<>();
        for (Freedom freedom : Freedom.values()) {
            Set<Document> documents = freedom.documents();
            String either = freedom.mixing() ? "mixed" : "either";
            servers.put(
                    freedom.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    documents.size() > 1 ? either : documents.iterator().next().optionName());
        }
        Map<String, String> listed = new LinkedHashMap<>();
        FreedomTable.load().forEach((id, entry) -> listed.put(id, entry.servers()));

        assertThat(servers.keySet())
                .filteredOn(freedom -> !servers.get(freedom).equals(listed.get(freedom)))
                .as("freedoms to add to src/main/resources/freedoms.yaml, or whose servers differ from"
                        + " innocent/Freedom")
                .isEmpty();
        assertThat(listed.keySet())
                .filteredOn(freedom -> !servers.containsKey(freedom))
                .as("freedoms of src/main/resources/freedoms.yaml to add to innocent/Freedom")
                .isEmpty();
        assertThat(firstMoved(List.copyOf(listed.keySet()), List.copyOf(servers.keySet())))
                .as("first freedom of freedoms.yaml that is not in the order of innocent/Freedom")
                .isEmpty();
    }

    private static Optional<String> firstMoved(List<String> listed, List<String> inOrder) {
        return listed.stream()
                .filter(freedom -> listed.indexOf(freedom) != inOrder.indexOf(freedom))
                .findFirst();
    }

    static Stream<Arguments> eachFreedom() {
        return Arrays.stream(Freedom.values())
                .flatMap(freedom -> freedom.documents().stream().map(document -> Arguments.of(document, freedom)));
    }

    @Tag("matrix")
    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @MethodSource("eachFreedom")
    void each_freedom_alone_passes(Document document, Freedom freedom) throws IOException {
        passes(
                document,
                Set.of(freedom),
                freedom.mixing() ? "any" : document.optionName(),
                "full",
                UnaryOperator.identity());
    }

    private void passes(
            Document document, Set<Freedom> freedoms, String dialect, String plan, UnaryOperator<RunSetup> selection)
            throws IOException {
        boolean forms = plan.equals("forms");
        try (InnocentServer server = InnocentServer.start(document, freedoms)) {
            RunRequest request = InProcess.request(
                    server.uploadUrl(),
                    folder,
                    "dialect",
                    dialect,
                    "plan",
                    plan.equals("packets") || forms ? "full" : plan,
                    "only",
                    forms ? FORMS : "",
                    "readback",
                    forms ? "url" : "auto",
                    "skip",
                    plan.equals("packets") ? BELOW_THE_PACKETS : "",
                    "readback",
                    freedoms.contains(Freedom.READ_BACK_IS_A_PAGE) ? "auto" : "url",
                    "timeout",
                    "5s");
            RunResult result = InProcess.runPart(request, selection);

            assertThat(result.broken().stream()
                            .flatMap(broken -> broken.findings().stream())
                            .filter(Finding::broken)
                            .map(finding -> finding.caseId() + ": " + finding.message()))
                    .isEmpty();
            assertThat(result.causes()).isEmpty();
            assertThat(result.verdict()).as(result.reason()).isEqualTo(RunVerdict.CONFORMANT);
            assertThat(result.requirementCounts().get(Verdict.INCOMPLETE)).isZero();
            assertThat(result.caseCounts().get(Verdict.INCOMPLETE)).isZero();
        }
    }
}
