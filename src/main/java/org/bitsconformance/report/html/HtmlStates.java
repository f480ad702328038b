package org.bitsconformance.report.html;

import java.util.ArrayList;
import java.util.List;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.protocol.SessionStage;
import org.bitsconformance.result.StateCell;
import org.bitsconformance.result.StateTable;

/**
 * The state table as a matrix.
 *
 * @param packets heads of the columns
 * @param rows a row for each state of a session
 */
record HtmlStates(List<String> packets, List<Row> rows) {

    /**
     * A state of a session.
     *
     * @param reason why no packet at all was driven in it, where one reason says it; empty otherwise
     */
    record Row(String state, String reason, List<StateCellShown> cells) {}

    record StateCellShown(String packet, int driven, List<String> requirements, String reason) {}

    static HtmlStates of(List<StateCell> table) {
        List<Row> rows = new ArrayList<>();
        for (SessionStage state : SessionStage.values()) {
            List<StateCell> cells =
                    table.stream().filter(cell -> cell.state() == state).toList();
            if (!cells.isEmpty()) {
                rows.add(row(state, cells));
            }
        }
        return new HtmlStates(
                StateTable.PACKETS.stream().map(PacketType::headerValue).toList(), rows);
    }

    private static Row row(SessionStage state, List<StateCell> cells) {
        List<String> reasons = cells.stream().map(StateCell::reason).distinct().toList();
        return new Row(
                state.toString(),
                reasons.size() == 1 ? reasons.get(0) : "",
                cells.stream()
                        .map(cell -> new StateCellShown(
                                cell.packet().headerValue(), cell.driven(), cell.requirements(), cell.reason()))
                        .toList());
    }
}
