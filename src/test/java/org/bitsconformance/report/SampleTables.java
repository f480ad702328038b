package org.bitsconformance.report;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.protocol.SessionStage;
import org.bitsconformance.requirement.Conflicts;
import org.bitsconformance.result.ConflictResult;
import org.bitsconformance.result.ConflictResult.SeenReading;
import org.bitsconformance.result.StateCell;
import org.bitsconformance.result.StateTable;

/** A dialect table and a state table with every kind of entry. */
final class SampleTables {

    private SampleTables() {}

    static List<ConflictResult> conflicts(String caseId) {
        Map<String, List<SeenReading>> seen = Map.of(
                "create-success-status",
                List.of(
                        new SeenReading(Set.of(Document.WIN32), "201", 7, caseId, "x1"),
                        new SeenReading(Set.of(Document.values()), "200", 2, caseId, "x1")),
                "ack-body",
                List.of(new SeenReading(Set.of(Document.values()), "no body", 40, caseId, "x1")),
                "session-id-in-ping-ack",
                List.of(new SeenReading(Set.of(), "without BITS-Session-Id", 3, caseId, "x1")));
        return Conflicts.load().all().stream()
                .map(conflict -> new ConflictResult(conflict, seen.getOrDefault(conflict.id(), List.of())))
                .toList();
    }

    static List<StateCell> states() {
        return StateTable.of(List.of(
                new StateCell(SessionStage.NONE, PacketType.PING, 3, List.of("answer.sent", "ping.status"), ""),
                new StateCell(SessionStage.CREATED, PacketType.FRAGMENT, 1, List.of("answer.sent"), "")));
    }
}
