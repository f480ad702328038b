package org.bitsconformance.judge.book;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bitsconformance.judge.Judged;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.protocol.SessionStage;

/** Counts packets by the state of their session, and what was judged there. */
final class DrivenStages {

    private final Map<String, Cell> cellOfExchange = new HashMap<>();
    private final Map<Cell, Tally> tallies = new LinkedHashMap<>();

    private record Cell(SessionStage stage, PacketType packet) {}

    private static final class Tally {

        private int times;
        private final Set<String> requirements = new TreeSet<>();
    }

    /** Counts a packet; one that names no packet type counts in no cell. */
    void add(Step step, CaseHistory history) {
        step.request().packetType().filter(type -> type != PacketType.ACK).ifPresent(type -> {
            Cell cell = new Cell(history.stageBefore(step), type);
            cellOfExchange.put(step.exchange().id(), cell);
            tallies.computeIfAbsent(cell, none -> new Tally()).times++;
        });
    }

    /** Notes a judgement about a counted packet. */
    void add(Judged judged) {
        boolean decided = !(judged.judgement() instanceof Judgement.Skipped)
                && !(judged.judgement() instanceof Judgement.NotJudged);
        Optional.ofNullable(cellOfExchange.get(judged.exchange()))
                .filter(cell -> decided)
                .ifPresent(cell -> tallies.get(cell).requirements.add(judged.requirement()));
    }

    List<DrivenStage> all() {
        return tallies.entrySet().stream()
                .map(entry -> new DrivenStage(
                        entry.getKey().stage(),
                        entry.getKey().packet(),
                        entry.getValue().times,
                        entry.getValue().requirements))
                .toList();
    }
}
