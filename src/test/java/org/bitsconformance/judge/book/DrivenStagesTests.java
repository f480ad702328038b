package org.bitsconformance.judge.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.protocol.SessionStage;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.Purpose;
import org.junit.jupiter.api.Test;

class DrivenStagesTests {

    @Test
    void followTheLifeOfASession() {
        assertThat(cells(CaseBuilder.session()
                        .ping()
                        .create()
                        .ping()
                        .fragment(0, 9, 20)
                        .fragment(10, 19, 20)
                        .close()
                        .close(ack -> ack.error(500, "0x8020001F"))
                        .create()
                        .cancel()
                        .ping()))
                .containsExactlyInAnyOrder(
                        "none: Ping 1",
                        "none: Create-Session 1",
                        "created: Ping 1",
                        "created: Fragment 1",
                        "receiving: Fragment 1",
                        "all bytes received: Close-Session 1",
                        "closed: Close-Session 1",
                        "closed: Create-Session 1",
                        "created: Cancel-Session 1",
                        "cancelled: Ping 1");
    }

    @Test
    void countPacketsOfNoSessionUnderNone() {
        assertThat(cells(CaseBuilder.created()
                        .nextSessionId(CaseBuilder.UNKNOWN_SESSION)
                        .close(ack -> ack.error(500, "0x8020001F"))
                        .nextRequest(request -> request.without("BITS-Session-Id"))
                        .close(ack -> ack.error(400, "0x80070057"))
                        .nextSessionId(CaseBuilder.UNKNOWN_SESSION)
                        .ping()))
                .containsExactlyInAnyOrder("none: Create-Session 1", "none: Close-Session 2", "none: Ping 1");
    }

    @Test
    void sayWhatIsNotKnown() {
        assertThat(cells(CaseBuilder.created()
                        .nextUnanswered(Ending.TIMED_OUT)
                        .close()
                        .ping()))
                .contains("not known: Ping 1");
    }

    @Test
    void leaveOutProbesAndWhatIsNotAPacket() {
        assertThat(cells(CaseBuilder.session().purpose(Purpose.CLEAN_UP).ping()))
                .isEmpty();
        assertThat(cells(CaseBuilder.session()
                        .nextRequest(request -> request.with("BITS-Packet-Type", "Pong"))
                        .ping()))
                .isEmpty();
    }

    @Test
    void nameWhatWasJudgedThere() {
        List<DrivenStage> stages =
                judged(CaseBuilder.created().fragment(0, 9, 10).close());

        assertThat(stages)
                .filteredOn(cell -> cell.packet() == PacketType.CLOSE_SESSION)
                .singleElement()
                .satisfies(cell -> {
                    assertThat(cell.stage()).isEqualTo(SessionStage.COMPLETE);
                    assertThat(cell.requirements())
                            .contains("answer.sent", "close-session.status")
                            .doesNotContain("delivery.complete", "fragment.status.next");
                });
    }

    private static List<String> cells(CaseBuilder played) {
        return judged(played).stream()
                .map(cell -> cell.stage() + ": " + cell.packet() + " " + cell.times())
                .toList();
    }

    private static List<DrivenStage> judged(CaseBuilder played) {
        Judge judge = new Judge(played.header(), Dialect.ANY);
        judge.judge(played.history());
        judge.judgeRun();
        return judge.stages();
    }
}
