package org.bitsconformance.proof;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bitsconformance.cli.pages.FaultTable;
import org.bitsconformance.drive.scenario.Scenarios;
import org.bitsconformance.drive.scenario.Scenarios.Described;
import org.bitsconformance.reference.fault.Fault;

/**
 * The faults that prove the most for the fewest cases. Together they break each requirement that any fault breaks, have
 * each cause and each special setup, and come from each family. They are chosen one by one: next is the fault with the
 * fewest cases for each thing that no chosen fault proves yet, and among equals the first in the table. Finally, faults
 * that the others make needless are left out, beginning with the one that has the most cases.
 */
final class TellingFaults {

    /** Starting a server and a run costs as much as driving this many cases. */
    private static final int START = 3;

    private final FaultTable table;
    private final Map<String, Integer> cases = new HashMap<>();
    private final Map<Fault, Set<String>> proven = new HashMap<>();

    private TellingFaults(FaultTable table) {
        this.table = table;
        table.faults().forEach(fault -> proven.put(fault, provenBy(fault, table)));
        Map<String, Described> described =
                Scenarios.all().stream().collect(Collectors.toMap(Described::id, Function.identity()));
        table.entries()
                .forEach((id, entry) -> cases.put(
                        id,
                        START
                                + entry.shownBy().stream()
                                        .mapToInt(scenario ->
                                                described.get(scenario).cases().size())
                                        .sum()));
    }

    /** In the order of the table. */
    static List<Fault> of(FaultTable table) {
        return new TellingFaults(table).chosen();
    }

    /** What a fault proves: words for each requirement, its cause, its special setup and its family. */
    static Set<String> provenBy(Fault fault, FaultTable table) {
        FaultTable.Entry entry = table.of(fault);
        Set<String> proven = new LinkedHashSet<>();
        entry.breaks().stream()
                .filter(id -> !entry.isBeside(id))
                .map(id -> "requirement " + id)
                .forEach(proven::add);
        entry.causes().forEach(cause -> proven.add("cause " + cause));
        proven.add("set-up " + entry.setup() + " " + entry.mode() + " " + entry.dialect());
        proven.add("family " + fault.getClass().getName().replaceFirst("\\$.*", ""));
        return proven;
    }

    private List<Fault> chosen() {
        List<Fault> all = table.faults();
        Set<String> open = provenBy(all);
        Set<Fault> chosen = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            Fault next = all.stream()
                    .filter(fault -> proves(fault, open) > 0)
                    .min(Comparator.comparingDouble(fault -> (double) cost(fault) / proves(fault, open)))
                    .orElseThrow();
            chosen.add(next);
            open.removeAll(proven.get(next));
        }
        List<Fault> dearestFirst = new ArrayList<>(chosen);
        dearestFirst.sort(Comparator.comparingInt(this::cost).reversed());
        for (Fault fault : dearestFirst) {
            List<Fault> others =
                    chosen.stream().filter(other -> !other.equals(fault)).toList();
            if (provenBy(others).containsAll(proven.get(fault))) {
                chosen.remove(fault);
            }
        }
        return all.stream().filter(chosen::contains).toList();
    }

    private Set<String> provenBy(List<Fault> faults) {
        return faults.stream()
                .flatMap(fault -> proven.get(fault).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private long proves(Fault fault, Set<String> open) {
        return proven.get(fault).stream().filter(open::contains).count();
    }

    private int cost(Fault fault) {
        return cases.get(fault.id());
    }
}
