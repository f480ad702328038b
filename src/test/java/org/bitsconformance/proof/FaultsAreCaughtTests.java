package org.bitsconformance.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.bitsconformance.cli.FaultyRun;
import org.bitsconformance.cli.pages.FaultTable;
import org.bitsconformance.drive.scenario.Scenarios;
import org.bitsconformance.reference.fault.Fault;
import org.bitsconformance.reference.fault.Faults;
import org.bitsconformance.requirement.Catalogue;
import org.bitsconformance.requirement.CauseTexts;
import org.bitsconformance.requirement.Requirement;
import org.bitsconformance.result.Cause;
import org.bitsconformance.result.Finding;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.result.RunVerdict;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares {@code faults.yaml} with what is found: for each fault, a server with this fault, the scenarios that show
 * it, exactly the requirements of the table broken, and the cause of the table named, or none. Each build drives the
 * {@link TellingFaults}; the others are tagged {@code long}. Several servers are driven at the same time, since many of
 * them keep the suite waiting.
 */
@Order(1)
class FaultsAreCaughtTests {

    private static final FaultTable TABLE = FaultTable.load();

    /** One at a time with {@code -Dbits.concurrentTests=false}. */
    private static final int AT_ONCE = Boolean.parseBoolean(System.getProperty("bits.concurrentTests", "true")) ? 4 : 1;

    private static final Map<Fault, CompletableFuture<RunResult>> RUNS = new ConcurrentHashMap<>();

    private static ExecutorService drivers;

    @TempDir
    static Path folder;

    /** The one of {@code -Dbits.fault=ID}; empty for all. */
    private static final String ONE = System.getProperty("bits.fault", "");

    @BeforeAll
    static void start() {
        drivers = Executors.newFixedThreadPool(AT_ONCE);
    }

    @AfterAll
    static void end() {
        drivers.shutdownNow();
    }

    static List<Fault> telling() {
        return driven(ONE.isEmpty() ? TellingFaults.of(TABLE) : List.of(one()));
    }

    private static Fault one() {
        return TABLE.faults().stream()
                .filter(fault -> fault.id().equals(ONE))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("-Dbits.fault: faults.yaml has no fault of servers " + ONE));
    }

    static List<Fault> others() {
        List<Fault> telling = TellingFaults.of(TABLE);
        return driven(TABLE.faults().stream()
                .filter(fault -> ONE.isEmpty() && !telling.contains(fault))
                .toList());
    }

    private static List<Fault> driven(List<Fault> faults) {
        faults.forEach(fault ->
                RUNS.put(fault, CompletableFuture.supplyAsync(() -> driven(fault, TABLE.of(fault)), drivers)));
        return faults;
    }

    private static RunResult driven(Fault fault, FaultTable.Entry entry) {
        try {
            return FaultyRun.judge(
                    fault, entry, String.join(",", entry.shownBy()), Files.createDirectory(folder.resolve(fault.id())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("telling")
    void breaks_the_requirements_in_the_table(Fault fault) {
        breaksExactlyTheTable(fault);
    }

    @Tag("long")
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("others")
    void breaks_the_requirements_in_the_table_too(Fault fault) {
        breaksExactlyTheTable(fault);
    }

    private void breaksExactlyTheTable(Fault fault) {
        FaultTable.Entry entry = TABLE.of(fault);
        RunResult result = RUNS.remove(fault).join();

        String claim = "src/main/resources/faults.yaml, or the fault " + fault.id()
                + " itself: what it breaks, driven by " + String.join(", ", entry.shownBy());
        assertThat(result.broken().stream()
                        .map(broken -> broken.requirement().id())
                        .sorted()
                        .toList())
                .as(claim)
                .isEqualTo(entry.breaks().stream().sorted().toList());
        assertThat(result.verdict()).as(claim).isEqualTo(RunVerdict.NONCONFORMANT);
        assertThat(result.broken().stream()
                        .flatMap(broken -> broken.findings().stream())
                        .filter(Finding::broken)
                        .map(Finding::message))
                .anyMatch(message -> message.contains(fault.tellTale()), "contains " + fault.tellTale());
        assertThat(result.causes()).as(claim).extracting(Cause::id).containsExactlyElementsOf(entry.causes());
    }

    @Test
    void the_table_names_only_existing_ids() {
        List<String> requirements =
                Catalogue.load().tested().stream().map(Requirement::id).toList();
        List<String> scenarios =
                Scenarios.all().stream().map(Scenarios.Described::id).toList();
        assertThat(TABLE.entries().keySet())
                .filteredOn(id -> Faults.named(id).isEmpty())
                .as("src/main/resources/faults.yaml has names that no family in reference/fault has")
                .isEmpty();
        assertThat(Faults.all())
                .extracting(Fault::id)
                .filteredOn(id -> !TABLE.entries().containsKey(id))
                .as("faults to add to src/main/resources/faults.yaml")
                .isEmpty();
        TABLE.entries().forEach((fault, entry) -> {
            assertThat(entry.causes())
                    .as(fault)
                    .allMatch(cause -> CauseTexts.load().find(cause).isPresent());
            assertThat(entry.breaks()).as(fault).isNotEmpty().doesNotHaveDuplicates();
            assertThat(entry.breaks())
                    .filteredOn(requirement -> !requirements.contains(requirement))
                    .as("faults.yaml, " + fault + ": breaks what is no requirement with a rule")
                    .isEmpty();
            assertThat(entry.shownBy()).as(fault).isNotEmpty().doesNotHaveDuplicates();
            assertThat(entry.shownBy())
                    .filteredOn(scenario -> !scenarios.contains(scenario))
                    .as("faults.yaml, " + fault + ": shownBy what is no scenario")
                    .isEmpty();
        });
    }
}
