package org.bitsconformance.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.bitsconformance.cli.pages.ClientFaultTable;
import org.bitsconformance.observe.ObservedClients;
import org.bitsconformance.observe.ObservedClients.Outcome;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.protocol.Side;
import org.bitsconformance.reference.client.ClientFault;
import org.bitsconformance.reference.client.ClientFaults;
import org.bitsconformance.reference.client.UploadJob;
import org.bitsconformance.reference.client.UploadJob.Manner;
import org.bitsconformance.reference.stimulus.Stimuli;
import org.bitsconformance.reference.stimulus.Stimulus;
import org.bitsconformance.requirement.Catalogue;
import org.bitsconformance.requirement.Requirement;
import org.bitsconformance.result.Finding;
import org.bitsconformance.target.UploadMode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares {@code client-faults.yaml} with what is found: for each fault, a client with this fault, before the
 * reference server with the stimulus of the table, and exactly the requirements of the table broken; none of the
 * server, unless a stimulus has it play wrong.
 */
class ClientFaultsAreCaughtTests {

    private static final ClientFaultTable TABLE = ClientFaultTable.load();
    private static final int FRAGMENT = 10_000;

    /** The one of {@code -Dbits.fault=ID}; empty for all. */
    private static final String ONE = System.getProperty("bits.fault", "");

    @TempDir
    Path folder;

    /** What one observation is judged by. */
    private record Setting(Dialect dialect, UploadMode mode) {

        static Setting of(ClientFaultTable.Entry entry) {
            return new Setting(Dialect.named(entry.dialect()).orElseThrow(), UploadMode.parse(entry.mode()));
        }

        UploadJob job(URI url) {
            Manner manner = Manner.PLAIN
                    .following(dialect == Dialect.WIN32 ? Document.WIN32 : Document.MC_BUP)
                    .with(ObservedClients.CREDENTIALS);
            return UploadJob.of(url, ObservedClients.FILE)
                    .inFragmentsOf(FRAGMENT)
                    .with(mode == UploadMode.UPLOAD_REPLY ? manner.wantingReply() : manner);
        }
    }

    /** One for each requirement, or the one of {@code -Dbits.fault=ID}; in every build. */
    @Test
    void a_fault_of_each_requirement_is_caught() throws Exception {
        check(ONE.isEmpty() ? oneForEachRequirement() : Set.of(ONE));
    }

    @Test
    @Tag("long")
    void the_other_faults_are_caught() throws Exception {
        assumeTrue(ONE.isEmpty(), "only " + ONE + " is asked for");
        Set<String> others = new TreeSet<>(TABLE.entries().keySet());
        others.removeAll(oneForEachRequirement());
        check(others);
    }

    private static Set<String> oneForEachRequirement() {
        Set<String> chosen = new TreeSet<>();
        Set<String> broken = new HashSet<>();
        TABLE.entries().values().stream()
                .flatMap(entry -> entry.breaks().stream())
                .filter(broken::add)
                .forEach(requirement -> chosen.add(TABLE.breaking(requirement).get(0)));
        return chosen;
    }

    private void check(Set<String> ids) throws Exception {
        assertThat(ids)
                .as("ids of client faults, in client-faults.yaml and in a family in reference/client")
                .isNotEmpty()
                .allMatch(id ->
                        TABLE.find(id).isPresent() && ClientFaults.named(id).isPresent());
        Map<Setting, List<String>> bySetting = ids.stream()
                .collect(Collectors.groupingBy(
                        id -> Setting.of(TABLE.entries().get(id)), LinkedHashMap::new, Collectors.toList()));
        SoftAssertions all = new SoftAssertions();
        for (Map.Entry<Setting, List<String>> group : bySetting.entrySet()) {
            Setting setting = group.getKey();
            Path out = folder.resolve(setting.dialect() + "-" + setting.mode());
            try (ObservedClients clients = new ObservedClients(out, setting.dialect(), setting.mode())) {
                for (String id : inOrder(group.getValue())) {
                    if (hurries(id)) {
                        clients.await();
                    }
                    clients.start(
                            id,
                            TABLE.entries().get(id).stimulus(),
                            setting::job,
                            ClientFaults.named(id).orElseThrow().conduct());
                }
                Outcome outcome = clients.judge();
                group.getValue().forEach(id -> compare(id, outcome, all));
            }
        }
        all.assertAll();
    }

    /** Those that must not wait for other clients come last, one after the other. */
    private static List<String> inOrder(List<String> ids) {
        return ids.stream()
                .sorted(Comparator.comparing(ClientFaultsAreCaughtTests::hurries))
                .toList();
    }

    private static boolean hurries(String id) {
        return TABLE.entries().get(id).breaks().contains("client.retry.delayed");
    }

    private static void compare(String id, Outcome outcome, SoftAssertions all) {
        ClientFaultTable.Entry entry = TABLE.entries().get(id);
        all.assertThat(outcome.broken(id, Side.CLIENT))
                .as("src/main/resources/client-faults.yaml, or the fault " + id + " itself: what it breaks")
                .isEqualTo(new TreeSet<>(entry.breaks()));
        if (entry.needsNoStimulus() && entry.mode().equals(UploadMode.UPLOAD.toString())) {
            all.assertThat(outcome.findings(id, Side.SERVER))
                    .as(id + ": nothing of the server")
                    .extracting(Finding::message)
                    .isEmpty();
        }
    }

    @Test
    void the_table_names_only_existing_ids() {
        Set<String> requirements = Catalogue.load().tested(Set.of(Side.CLIENT)).stream()
                .map(Requirement::id)
                .collect(Collectors.toSet());
        Set<String> stimuli = Stimuli.all().stream().map(Stimulus::id).collect(Collectors.toSet());
        assertThat(TABLE.entries().keySet())
                .as("src/main/resources/client-faults.yaml against the families in reference/client")
                .containsExactlyInAnyOrderElementsOf(
                        ClientFaults.all().stream().map(ClientFault::id).toList());
        TABLE.entries().forEach((id, entry) -> {
            assertThat(entry.title()).as(id).isNotBlank().doesNotEndWith(".");
            assertThat(entry.breaks())
                    .as(id)
                    .isNotEmpty()
                    .doesNotHaveDuplicates()
                    .isSubsetOf(requirements);
            assertThat(stimuli).as(id).contains(entry.stimulus());
        });
    }
}
