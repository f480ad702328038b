package org.bitsconformance.judge.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Message;
import org.bitsconformance.judge.book.RuleBook;
import org.bitsconformance.judge.history.Flaw;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.protocol.Identity;
import org.bitsconformance.transcript.Exchange.Ending;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlawIsRefusedTests {

    private static final String LONG = "x".repeat(4097);

    /** For each flaw that has a rule, a packet with only this flaw, given its Ack. */
    private static final Map<Flaw, Packet> PACKETS = new EnumMap<>(Map.ofEntries(
            Map.entry(
                    Flaw.PACKET_TYPE_UNKNOWN,
                    (played, ack) -> played.nextRequest(request -> request.with("BITS-Packet-Type", "Nonsense"))
                            .ping(ack)),
            Map.entry(
                    Flaw.VALUE_TOO_LONG,
                    (played, ack) -> played.nextRequest(request -> request.with("X-Long", LONG))
                            .close(ack)),
            Map.entry(
                    Flaw.BODY_UNEXPECTED,
                    (played, ack) ->
                            played.nextRequest(request -> request.body("body")).cancel(ack)),
            Map.entry(Flaw.PROTOCOLS_MISSING, (played, ack) -> offering("", played, ack)),
            Map.entry(
                    Flaw.PROTOCOLS_UNKNOWN,
                    (played, ack) -> offering("{00000000-0000-4000-8000-000000000001}", played, ack)),
            Map.entry(Flaw.PROTOCOLS_MALFORMED, (played, ack) -> offering("nonsense", played, ack)),
            Map.entry(
                    Flaw.SESSION_MISSING,
                    (played, ack) -> played.nextRequest(request -> request.without("BITS-Session-Id"))
                            .fragment(0, 9, 10, ack)),
            Map.entry(
                    Flaw.SESSION_MALFORMED,
                    (played, ack) -> played.nextSessionId("nonsense").close(ack)),
            Map.entry(Flaw.RANGE_INVALID, (played, ack) -> ranging("bytes 0-9", played, ack)),
            Map.entry(Flaw.LENGTH_DIFFERS, (played, ack) -> ranging("bytes 0-8/10", played, ack)),
            Map.entry(
                    Flaw.TOTAL_CHANGED,
                    (played, ack) -> played.fragment(0, 9, 20).fragment(10, 19, 30, ack))));

    private interface Packet {
        CaseBuilder send(CaseBuilder played, UnaryOperator<Message> ack);
    }

    static Stream<FlawIsRefused> rules() {
        return RuleBook.all().stream().filter(FlawIsRefused.class::isInstance).map(FlawIsRefused.class::cast);
    }

    @Test
    void knowsAPacketForEachRule() {
        assertThat(rules().map(FlawIsRefused::flaw)).containsExactlyInAnyOrderElementsOf(PACKETS.keySet());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holdsForTheDocumentedStatuses(FlawIsRefused rule) {
        assertThat(rule.statuses()).contains(400);
        for (int status : rule.statuses()) {
            assertThat(answered(rule, Dialect.ANY, status)).isEqualTo(Judgement.held());
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void breaksForSuccessAndForAnotherRefusalInEveryDialect(FlawIsRefused rule) {
        for (Dialect dialect : Dialect.values()) {
            assertThat(answered(rule, dialect, 200)).isInstanceOf(Judgement.Broken.class);
            assertThat(answered(rule, dialect, 404)).isInstanceOf(Judgement.Broken.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PACKET_TYPE_UNKNOWN, 'a packet of no known type was answered 404 where 400 is expected.'",
        "PROTOCOLS_UNKNOWN, 'Create-Session was answered 404 where 400 is expected.'",
        "SESSION_MISSING, 'Fragment (bytes 0-9/10) was answered 404 where 400 or 500 is expected.'",
        "TOTAL_CHANGED, 'Fragment (bytes 10-19/30) was answered 404 where 400 is expected.'"
    })
    void breaksWithAMessage(Flaw flaw, String message) {
        assertThat(answered(rule(flaw), Dialect.ANY, 404))
                .isInstanceOfSatisfying(
                        Judgement.Broken.class,
                        broken -> assertThat(broken.message()).isEqualTo(message));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void hasANameWithItsFlaw(FlawIsRefused rule) {
        assertThat(rule.name()).isEqualTo("FlawIsRefused(" + rule.flaw() + ")");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void isNotAboutValidPacketsNorOtherFlaws(FlawIsRefused rule) {
        assertThat(CaseBuilder.created().fragment(0, 9, 10).by(rule)).isEqualTo(Judgement.outOfScope());
        Flaw other = rule.flaw() == Flaw.RANGE_INVALID ? Flaw.PROTOCOLS_MISSING : Flaw.RANGE_INVALID;
        assertThat(PACKETS.get(other)
                        .send(CaseBuilder.created(), ack -> ack.status(404))
                        .by(rule))
                .isEqualTo(Judgement.outOfScope());
    }

    @Test
    void aFrontEndMayRefuseOnlyLongHeadersWith431() {
        UnaryOperator<Message> frontEnd = ack -> ack.ofFrontEnd(431);

        assertThat(PACKETS.get(Flaw.VALUE_TOO_LONG)
                        .send(CaseBuilder.created(), frontEnd)
                        .by(rule(Flaw.VALUE_TOO_LONG)))
                .isEqualTo(Judgement.held());
        assertThat(PACKETS.get(Flaw.SESSION_MISSING)
                        .send(CaseBuilder.created(), frontEnd)
                        .by(rule(Flaw.SESSION_MISSING)))
                .isEqualTo(Judgement.outOfScope());
        assertThat(CaseBuilder.created().close(frontEnd).by(rule(Flaw.VALUE_TOO_LONG)))
                .isEqualTo(Judgement.outOfScope());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void breaksFor401IfTheTargetAsksNobodyForCredentials(boolean isAck) {
        UnaryOperator<Message> denied =
                ack -> isAck ? ack.status(401) : ack.status(401).without("BITS-Packet-Type");

        assertThat(PACKETS.get(Flaw.PACKET_TYPE_UNKNOWN)
                        .send(CaseBuilder.created(), denied)
                        .by(rule(Flaw.PACKET_TYPE_UNKNOWN)))
                .isInstanceOfSatisfying(
                        Judgement.Broken.class,
                        broken -> assertThat(broken.message())
                                .isEqualTo("a packet of no known type was answered 401 where 400 is expected."));
    }

    @Test
    void isNotAbout401ThatAsksOrMayAskForCredentials() {
        FlawIsRefused rule = rule(Flaw.PACKET_TYPE_UNKNOWN);
        Packet packet = PACKETS.get(Flaw.PACKET_TYPE_UNKNOWN);

        assertThat(packet.send(
                                CaseBuilder.created(),
                                ack -> ack.status(401).with("WWW-Authenticate", "Basic realm=\"x\""))
                        .by(rule))
                .isEqualTo(Judgement.outOfScope());
        assertThat(packet.send(CaseBuilder.created().asksForCredentials(), ack -> ack.status(401))
                        .by(rule))
                .isEqualTo(Judgement.outOfScope());
        assertThat(packet.send(
                                CaseBuilder.created().as(Identity.WRONG_PASSWORD),
                                ack -> ack.status(401).without("BITS-Packet-Type"))
                        .by(rule))
                .isEqualTo(Judgement.outOfScope());
    }

    @Test
    void isNotAboutPings() {
        assertThat(CaseBuilder.session()
                        .nextRequest(request -> request.with("X-Long", LONG))
                        .ping()
                        .by(rule(Flaw.VALUE_TOO_LONG)))
                .isEqualTo(Judgement.outOfScope());
    }

    @Test
    void aPacketWithSeveralFlawsMayGetTheAnswerToAnyOfThem() {
        for (int status : Set.of(400, 500)) {
            assertThat(ofUnknownTypeAndSession(status).by(rule(Flaw.PACKET_TYPE_UNKNOWN)))
                    .isEqualTo(Judgement.held());
            assertThat(closedWithBodyAfterClose(status).by(rule(Flaw.BODY_UNEXPECTED)))
                    .isEqualTo(Judgement.held());
        }
    }

    @Test
    void aPacketWithSeveralFlawsBreaksForAnAnswerToNoneOfThem() {
        for (int status : Set.of(200, 404)) {
            assertThat(ofUnknownTypeAndSession(status).by(rule(Flaw.PACKET_TYPE_UNKNOWN)))
                    .isInstanceOfSatisfying(
                            Judgement.Broken.class,
                            broken -> assertThat(broken.message())
                                    .isEqualTo("a packet of no known type was answered " + status
                                            + " where 400 or 500 is expected."));
            assertThat(closedWithBodyAfterClose(status).by(rule(Flaw.BODY_UNEXPECTED)))
                    .isInstanceOf(Judgement.Broken.class);
        }
    }

    @Test
    void isOpenIfTheDocumentsNameNoAnswerToOneOfTheFlaws() {
        assertThat(CaseBuilder.created()
                        .nextRequest(request ->
                                request.with("Content-Encoding", "gzip").with("Content-Range", "nonsense"))
                        .fragment(0, 9, 10)
                        .by(rule(Flaw.RANGE_INVALID)))
                .isEqualTo(Judgement.outOfScope());
    }

    private static CaseBuilder ofUnknownTypeAndSession(int status) {
        return CaseBuilder.session()
                .nextRequest(request -> request.with("BITS-Packet-Type", "Nonsense")
                        .with("BITS-Session-Id", CaseBuilder.UNKNOWN_SESSION))
                .ping(ack -> ack.status(status));
    }

    private static CaseBuilder closedWithBodyAfterClose(int status) {
        return CaseBuilder.created()
                .fragment(0, 9, 10)
                .close()
                .nextRequest(request -> request.body("body"))
                .close(ack -> ack.status(status));
    }

    @Test
    void isSkippedIfTheOnlyDestinationMayExist() {
        assertThat(offering(
                                "nonsense",
                                CaseBuilder.session().url("http://server.example/one.bin"),
                                ack -> ack.status(403))
                        .by(rule(Flaw.PROTOCOLS_MALFORMED)))
                .isInstanceOf(Judgement.Skipped.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes 5-3/10", "bytes=5-9/10", "bytes 10-19/10", "bytes 99999999999999999999-3/10"})
    void holdsFor416IfAnInvalidRangeMayBeginElsewhereToo(String range) {
        FlawIsRefused rule = rule(Flaw.RANGE_INVALID);
        for (int status : Set.of(400, 416)) {
            assertThat(ranging(range, CaseBuilder.created(), ack -> ack.status(status))
                            .by(rule))
                    .isEqualTo(Judgement.held());
        }
        assertThat(ranging(range, CaseBuilder.created(), ack -> ack.status(200)).by(rule))
                .isInstanceOf(Judgement.Broken.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "bytes */10",
                "bytes 0-10/10",
                "octets 0-9/10",
                "bytes 0-/10",
                "bytes 00-9",
                "bytes 0-99999999999999999999/10"
            })
    void breaksFor416IfAnInvalidRangeBeginsAtTheNextByteOrNowhere(String range) {
        assertThat(ranging(range, CaseBuilder.created(), ack -> ack.status(416)).by(rule(Flaw.RANGE_INVALID)))
                .isInstanceOf(Judgement.Broken.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes 0-9/*", "bytes 0-9 / 10", "bytes 0 - 9/10", "bytes 0-9/18446744073709551626"})
    void isOpenForRangesThatHttpAllows(String range) {
        assertThat(ranging(range, CaseBuilder.created(), ack -> ack).by(rule(Flaw.RANGE_INVALID)))
                .isEqualTo(Judgement.observed("Fragment with a Content-Range that the documents neither allow nor rule"
                        + " out (" + range + ") was answered 200."));
    }

    @Test
    void holdsFor416IfAFragmentOfAnotherTotalBeginsElsewhere() {
        assertThat(CaseBuilder.created()
                        .fragment(0, 9, 20)
                        .fragment(15, 19, 30, ack -> ack.status(416))
                        .by(rule(Flaw.TOTAL_CHANGED)))
                .isEqualTo(Judgement.held());
    }

    @Test
    void isNotAskedIfTheStateOfTheSessionIsNotKnown() {
        assertThat(CaseBuilder.created()
                        .nextUnanswered(Ending.TIMED_OUT)
                        .fragment(0, 9, 20)
                        .fragment(0, 9, 30)
                        .by(rule(Flaw.TOTAL_CHANGED)))
                .isEqualTo(Judgement.outOfScope());
        assertThat(CaseBuilder.created()
                        .fragment(5, 9, 20)
                        .nextRequest(request -> request.body("body"))
                        .close()
                        .by(rule(Flaw.BODY_UNEXPECTED)))
                .isEqualTo(Judgement.outOfScope());
    }

    private static FlawIsRefused rule(Flaw flaw) {
        return rules().filter(rule -> rule.flaw() == flaw).findFirst().orElseThrow();
    }

    private static Judgement answered(FlawIsRefused rule, Dialect dialect, int status) {
        return PACKETS.get(rule.flaw())
                .send(CaseBuilder.created().dialect(dialect), ack -> ack.status(status))
                .by(rule);
    }

    private static CaseBuilder offering(String list, CaseBuilder played, UnaryOperator<Message> ack) {
        return played.nextRequest(request -> request.with("BITS-Supported-Protocols", list))
                .create(ack);
    }

    private static CaseBuilder ranging(String range, CaseBuilder played, UnaryOperator<Message> ack) {
        return played.nextRequest(request -> request.with("Content-Range", range))
                .fragment(0, 9, 10, ack);
    }
}
