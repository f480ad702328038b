package org.bitsconformance.judge.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Message;
import org.bitsconformance.requirement.Conflict;
import org.bitsconformance.requirement.Conflicts;
import org.bitsconformance.transcript.Exchange.Ending;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConflictReadersTests {

    static Stream<ConflictReader> readers() {
        return ConflictReaders.all().stream();
    }

    @Test
    void readExactlyTheObservableConflicts() {
        Set<String> observable = Conflicts.load().all().stream()
                .filter(Conflict::observable)
                .map(Conflict::id)
                .collect(Collectors.toSet());

        assertThat(ConflictReaders.all())
                .extracting(ConflictReader::conflict)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(observable);
    }

    @ParameterizedTest
    @MethodSource("readers")
    void sayNothingAboutAnUnansweredPacket(ConflictReader reader) {
        assertThat(LastReading.of(
                        reader.conflict(),
                        CaseBuilder.created().nextUnanswered(Ending.TIMED_OUT).fragment(0, 9, 10)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("readers")
    void sayNothingAboutAnswersBelowTheProtocol(ConflictReader reader) {
        assertThat(LastReading.of(
                        reader.conflict(),
                        CaseBuilder.session().create(ack -> ack.ofFrontEnd(503).body("busy"))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("readers")
    void sayOnlyWhatEveryAckShowsAboutAnUnknownPacket(ConflictReader reader) {
        Message request = Message.of("BITS_POST /upload/file HTTP/1.1")
                .with("Host", "server.example")
                .with("BITS-Packet-Type", "Pong")
                .with("Content-Length", "0");
        String reading = LastReading.of(reader.conflict(), CaseBuilder.session().packet(request, CaseBuilder.ack()));

        assertThat(reading).isEqualTo(reader.conflict().equals("ack-body") ? "MC-BUP, Win32: no body" : "");
    }
}
