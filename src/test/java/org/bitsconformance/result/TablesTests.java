package org.bitsconformance.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.protocol.SessionStage;
import org.bitsconformance.requirement.Conflict;
import org.bitsconformance.requirement.Conflicts;
import org.bitsconformance.result.ConflictResult.SeenReading;
import org.junit.jupiter.api.Test;

class TablesTests {

    private static final StateCell PING =
            new StateCell(SessionStage.CLOSED, PacketType.PING, 2, List.of("answer.sent"), "");

    @Test
    void stateTableHasEveryCellAndAReasonForEachThatIsEmpty() {
        List<StateCell> table = StateTable.of(List.of(PING));

        assertThat(table).hasSize(7 * 5).contains(PING);
        assertThat(table)
                .filteredOn(cell -> cell.driven() == 0)
                .hasSize(34)
                .allSatisfy(cell -> assertThat(cell.reason()).isNotBlank());
        assertThat(table)
                .extracting(cell -> cell.state() + "/" + cell.packet())
                .doesNotHaveDuplicates()
                .startsWith("none/Ping", "none/Create-Session")
                .endsWith("not known/Cancel-Session");
    }

    @Test
    void emptyCellWithoutAReasonIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StateCell(SessionStage.CLOSED, PacketType.PING, 0, List.of(), " "))
                .withMessage("no reason why Ping was not driven where closed");
    }

    @Test
    void conflictSaysWhoseReadingIsFollowed() {
        assertThat(follows(List.of())).isEmpty();
        assertThat(follows(List.of(Set.of(Document.WIN32)))).isEqualTo("win32");
        assertThat(follows(List.of(Set.of(Document.MC_BUP), Set.of(Document.values()))))
                .isEqualTo("mc-bup");
        assertThat(follows(List.of(Set.of(Document.MC_BUP), Set.of(Document.WIN32))))
                .isEqualTo("mixed");
        assertThat(follows(List.of(Set.of(Document.values())))).isEqualTo("both");
        assertThat(follows(List.of(Set.of(Document.values()), Set.of()))).isEqualTo("open");
        assertThat(follows(List.of(Set.of()))).isEqualTo("open");
    }

    @Test
    void conflictThatDidNotShowSaysWhy() {
        for (Conflict conflict : Conflicts.load().all()) {
            assertThat(new ConflictResult(conflict, List.of()).reason())
                    .isEqualTo(conflict.unseen().orElse("nothing in this run shows it"));
        }
        assertThat(result(List.of(Set.of())).reason()).isEmpty();
    }

    private static String follows(List<Set<Document>> readings) {
        return result(readings).follows();
    }

    private static ConflictResult result(List<Set<Document>> readings) {
        return new ConflictResult(
                Conflicts.load().find("overlap").orElseThrow(),
                readings.stream()
                        .map(documents -> new SeenReading(documents, "words", 1, "case-1", "x1"))
                        .toList());
    }
}
