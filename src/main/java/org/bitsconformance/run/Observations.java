package org.bitsconformance.run;

import java.util.List;
import org.bitsconformance.judge.book.DrivenStage;
import org.bitsconformance.judge.book.Judge;
import org.bitsconformance.judge.book.ReadingSeen;
import org.bitsconformance.requirement.Catalogue;
import org.bitsconformance.requirement.Conflicts;
import org.bitsconformance.requirement.Requirement;
import org.bitsconformance.result.ConflictResult;
import org.bitsconformance.result.ConflictResult.SeenReading;
import org.bitsconformance.result.StateCell;
import org.bitsconformance.result.StateTable;

/** What a judge saw besides verdicts: the dialect table and the state table. */
final class Observations {

    private Observations() {}

    /** One row for each conflict of the documents. */
    static List<ConflictResult> conflicts(Judge judge) {
        List<ReadingSeen> readings = judge.readings();
        return Conflicts.load().all().stream()
                .map(conflict -> new ConflictResult(
                        conflict,
                        readings.stream()
                                .filter(seen -> seen.conflict().equals(conflict.id()))
                                .map(seen -> new SeenReading(
                                        seen.reading().documents(),
                                        seen.reading().words(),
                                        seen.times(),
                                        seen.caseId(),
                                        seen.exchange()))
                                .toList()))
                .toList();
    }

    /** One cell for each packet in each state. */
    static List<StateCell> states(Judge judge, Catalogue catalogue) {
        return StateTable.of(judge.stages().stream()
                .map(driven ->
                        new StateCell(driven.stage(), driven.packet(), driven.times(), inOrder(driven, catalogue), ""))
                .toList());
    }

    private static List<String> inOrder(DrivenStage driven, Catalogue catalogue) {
        return catalogue.tested().stream()
                .map(Requirement::id)
                .filter(driven.requirements()::contains)
                .toList();
    }
}
