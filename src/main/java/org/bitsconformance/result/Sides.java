package org.bitsconformance.result;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.protocol.Side;
import org.bitsconformance.requirement.Catalogue;
import org.bitsconformance.requirement.Requirement;
import org.bitsconformance.transcript.RunHeader;

/**
 * Tells apart who is to blame: the server by the requirements that bind servers, each client by those that bind clients,
 * in its own cases.
 *
 * @param fails whether a verdict fails the run
 */
record Sides(Catalogue catalogue, Dialect dialect, Predicate<Verdict> fails) {

    /** A result for each side that was judged, the server first; none if only the server was. */
    List<SideResult> of(RunHeader header, Collection<CaseResult> cases, List<Finding> ofTheRun) {
        Set<Side> judged = header.judging().sides();
        if (!judged.contains(Side.CLIENT)) {
            return List.of();
        }
        List<SideResult> sides = new ArrayList<>();
        if (judged.contains(Side.SERVER)) {
            sides.add(side(
                    Side.SERVER,
                    header.target().url(),
                    Stream.concat(cases.stream().flatMap(one -> one.findings().stream()), ofTheRun.stream())
                            .toList(),
                    cases.size()));
        }
        List<CaseResult> unmet = cases.stream().filter(Sides::isUnmet).toList();
        Map<String, List<CaseResult>> byClient = new LinkedHashMap<>();
        cases.stream()
                .filter(one -> !isUnmet(one))
                .forEach(one -> byClient.computeIfAbsent(
                                one.parameters().getOrDefault(SelectedCase.CLIENT, ""), name -> new ArrayList<>())
                        .add(one));
        byClient.forEach((name, own) -> sides.add(side(
                Side.CLIENT,
                name,
                Stream.concat(own.stream(), unmet.stream())
                        .flatMap(one -> one.findings().stream())
                        .toList(),
                own.size())));
        return List.copyOf(sides);
    }

    /** Whether it is a stimulus that the client did not meet, since the observation was stopped before. */
    private static boolean isUnmet(CaseResult result) {
        return result.scenario().equals(SelectedCase.OBSERVED)
                && !result.parameters().containsKey(SelectedCase.CLIENT);
    }

    private SideResult side(Side side, String name, List<Finding> all, int uploads) {
        List<Finding> own =
                all.stream().filter(finding -> asked(finding).binds() == side).toList();
        int broken = (int) own.stream()
                .filter(finding -> fails.test(finding.verdict()))
                .map(Finding::requirement)
                .distinct()
                .count();
        return new SideResult(side, name, verdict(own), broken, uploads);
    }

    private RunVerdict verdict(List<Finding> own) {
        if (own.stream().anyMatch(finding -> fails.test(finding.verdict()))) {
            return RunVerdict.NONCONFORMANT;
        }
        boolean incomplete = own.stream().anyMatch(finding -> finding.verdict() == Verdict.INCOMPLETE);
        boolean bound = own.stream()
                .anyMatch(finding ->
                        finding.judged() && asked(finding).level(dialect).binds());
        return incomplete || !bound ? RunVerdict.INCOMPLETE : RunVerdict.CONFORMANT;
    }

    private Requirement asked(Finding finding) {
        return catalogue.get(finding.requirement());
    }
}
