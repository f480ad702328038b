package org.bitsconformance.cli.pages;

import java.util.List;
import java.util.stream.Stream;
import org.bitsconformance.drive.scenario.Scenarios;
import org.bitsconformance.judge.Rule;
import org.bitsconformance.judge.book.RuleBook;

/** What covers a requirement: the rules that judge it, the scenarios that exercise it, the faults that break it. */
public final class CoverageTable {

    private final FaultTable faults;
    private final ClientFaultTable ofClients;

    private CoverageTable(FaultTable faults, ClientFaultTable ofClients) {
        this.faults = faults;
        this.ofClients = ofClients;
    }

    public static CoverageTable load() {
        return new CoverageTable(FaultTable.load(), ClientFaultTable.load());
    }

    /** Names of the rules that judge a requirement. */
    public List<String> rules(String requirement) {
        return Stream.concat(RuleBook.all().stream(), RuleBook.aboutClients().stream())
                .filter(rule -> rule.requirement().equals(requirement))
                .map(Rule::name)
                .toList();
    }

    /** Ids of the scenarios that exist to exercise a requirement. */
    public List<String> scenarios(String requirement) {
        return Scenarios.all().stream()
                .filter(scenario -> scenario.requirements().contains(requirement))
                .map(Scenarios.Described::id)
                .toList();
    }

    /** Ids of the faults of the reference server, or of the faulty client, that break a requirement. */
    public List<String> faults(String requirement) {
        return Stream.concat(faults.breaking(requirement).stream(), ofClients.breaking(requirement).stream())
                .toList();
    }
}
