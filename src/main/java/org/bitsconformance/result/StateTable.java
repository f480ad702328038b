package org.bitsconformance.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.protocol.SessionStage;

/** The state table: each state of a session, and each packet of a client in it. */
public final class StateTable {

    /** The packets of a client, in the order of a session's life. */
    public static final List<PacketType> PACKETS = List.of(
            PacketType.PING,
            PacketType.CREATE_SESSION,
            PacketType.FRAGMENT,
            PacketType.CLOSE_SESSION,
            PacketType.CANCEL_SESSION);

    private static final String NOT_DRIVEN = "not driven by this run";
    private static final String NEVER_ON_PURPOSE =
            "no case can bring a session here: it follows from answers that leave the state open, and this run met none"
                    + " before this packet";

    private StateTable() {}

    /** The whole table, row by row: the driven cells, and the others with the reason why they were not driven. */
    public static List<StateCell> of(List<StateCell> driven) {
        List<StateCell> table = new ArrayList<>();
        for (SessionStage state : SessionStage.values()) {
            for (PacketType packet : PACKETS) {
                table.add(find(driven, state, packet)
                        .orElseGet(() -> new StateCell(state, packet, 0, List.of(), whyEmpty(state))));
            }
        }
        return List.copyOf(table);
    }

    private static Optional<StateCell> find(List<StateCell> cells, SessionStage state, PacketType packet) {
        return cells.stream()
                .filter(cell -> cell.state() == state && cell.packet() == packet)
                .findFirst();
    }

    private static String whyEmpty(SessionStage state) {
        return state == SessionStage.NOT_KNOWN ? NEVER_ON_PURPOSE : NOT_DRIVEN;
    }
}
