package org.bitsconformance.run;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bitsconformance.judge.cause.Broken;
import org.bitsconformance.judge.cause.CauseBook;
import org.bitsconformance.judge.cause.Evidence;
import org.bitsconformance.judge.cause.FoundCause;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.protocol.Side;
import org.bitsconformance.requirement.Catalogue;
import org.bitsconformance.requirement.CauseText;
import org.bitsconformance.requirement.CauseTexts;
import org.bitsconformance.requirement.Requirement;
import org.bitsconformance.result.Cause;
import org.bitsconformance.result.Finding;

/** The causes of broken requirements, in words. */
final class Causes {

    private Causes() {}

    /**
     * The causes in the server that a run shows, the one that explains most first. Known failures need no cause.
     *
     * @param histories each drive of each case, in order
     * @param findings the final findings
     */
    static List<Cause> of(List<CaseHistory> histories, List<Finding> findings, Catalogue catalogue) {
        List<Broken> broken = findings.stream()
                .filter(finding -> finding.broken()
                        && !finding.known()
                        && catalogue.get(finding.requirement()).binds() == Side.SERVER)
                .flatMap(finding -> Broken.of(finding.said()).stream())
                .toList();
        return CauseBook.find(new Evidence(histories, broken)).stream()
                .map(found -> inWords(found, catalogue))
                .toList();
    }

    private static Cause inWords(FoundCause found, Catalogue catalogue) {
        CauseText text = CauseTexts.load().find(found.id()).orElseThrow();
        Set<String> explained = found.explains().stream().collect(Collectors.toSet());
        List<String> inOrder = catalogue.all().stream()
                .map(Requirement::id)
                .filter(explained::contains)
                .toList();
        return new Cause(found.id(), text.title(), text.change(), inOrder, found.exchanges());
    }
}
