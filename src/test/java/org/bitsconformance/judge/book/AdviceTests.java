package org.bitsconformance.judge.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Message;
import org.bitsconformance.transcript.Exchange.Ending;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where to look first if a packet is odd. */
class AdviceTests {

    private static final String GUID = "{7df0354d-249b-430f-820d-3d2a9bef4931}";
    private static final String OTHER = "{00000000-0000-4000-8000-000000000001}";

    @ParameterizedTest
    @CsvSource({
        "'{7DF0354D-249B-430F-820D-3D2A9BEF4931}', Compare GUIDs without regard to letter case.",
        "'" + OTHER + " " + GUID + "', Look at each GUID of the list.",
        "'" + GUID + " " + OTHER + "', Look at each GUID of the list.",
        "'" + GUID + "', ''"
    })
    void namesWhatIsOddAboutAList(String list, String advice) {
        assertThat(advice(
                        CaseBuilder.session()
                                .nextRequest(request -> request.with("BITS-Supported-Protocols", list))
                                .create(AdviceTests::refused),
                        "create-session.status"))
                .containsExactly(advice);
    }

    @Test
    void advisesToTrimSpacesAroundValues() {
        assertThat(advice(
                        CaseBuilder.session()
                                .nextRequest(request -> request.with("BITS-Packet-Type", "  Create-Session  "))
                                .create(AdviceTests::refused),
                        "create-session.status"))
                .containsExactly("Trim header values: blanks and tabs around them are not part of the value.");
    }

    @Test
    void advisesToCompareNamesInAnyCase() {
        assertThat(advice(
                        CaseBuilder.session()
                                .nextRequest(request ->
                                        request.without("BITS-Packet-Type").with("bits-packet-type", "Create-Session"))
                                .create(AdviceTests::refused),
                        "create-session.status"))
                .containsExactly("Compare header names without regard to letter case.");
    }

    @Test
    void farOffsetsNeed64Bits() {
        assertThat(advice(
                        CaseBuilder.created().fragment(4294967296L, 4294967305L, 8589934592L, AdviceTests::refused),
                        "fragment.status.gap"))
                .containsExactly("Store offsets and totals in 64 bits.");
    }

    @Test
    void namesWhatAHandlerDidNotExpectInADroppedPacket() {
        assertThat(advice(
                        CaseBuilder.created()
                                .nextRequest(request -> request.without("BITS-Packet-Type"))
                                .nextUnanswered(Ending.CLOSED)
                                .newConnection()
                                .ping()
                                .probe(true),
                        "answer.sent"))
                .containsExactly("Answer 400 if BITS-Packet-Type is missing or names no packet.");
    }

    @Test
    void aPlainPacketLeavesTheAdviceToTheRequirement() {
        assertThat(advice(CaseBuilder.created().fragment(0, 9, 10, AdviceTests::refused), "fragment.status.next"))
                .containsExactly("");
        assertThat(advice(CaseBuilder.created().fragment(5, 9, 10, AdviceTests::refused), "fragment.status.gap"))
                .containsExactly("");
    }

    private static List<String> advice(CaseBuilder played, String requirement) {
        return played.judge().stream()
                .filter(judged -> judged.requirement().equals(requirement))
                .filter(judged -> judged.judgement() instanceof Judgement.Broken)
                .map(judged -> ((Judgement.Broken) judged.judgement()).lookAt())
                .toList();
    }

    private static Message refused(Message ack) {
        return ack.error(400, "0x80070057");
    }
}
