package org.bitsconformance.judge.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Message;
import org.bitsconformance.judge.session.UploadIsDelivered;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.ReadBack.Presence;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that follows from a packet without one meaning in the documents is open; what follows from others is not. */
class OpenRequestTests {

    private static final String PAGE = "HTTP/1.1 400 Bad Request\r\nContent-Length: 2\r\n\r\nno";

    static Stream<Named<UnaryOperator<Message>>> open() {
        return Stream.of(
                named("relative", line("BITS_POST upload/file HTTP/1.1")),
                named("1.0", line("BITS_POST /upload/file HTTP/1.0")),
                named("post", line("POST /upload/file HTTP/1.1")),
                named("lower case", line("bits_post /upload/file HTTP/1.1")),
                named("types", request -> request.and("BITS-Packet-Type: Cancel-Session")),
                named(
                        "protocols",
                        request -> request.and("BITS-Supported-Protocols: {1}").and("BITS-Supported-Protocols: {2}")),
                named(
                        "ids",
                        request -> request.and("BITS-Session-Id: " + CaseBuilder.UNKNOWN_SESSION)
                                .and("BITS-Session-Id: " + CaseBuilder.UNKNOWN_SESSION)),
                named("names", request -> request.and("Content-Name: a").and("Content-Name: b")),
                named("lengths", request -> request.and("Content-Length: 3")),
                named(
                        "ranges",
                        request -> request.and("Content-Range: bytes 0-9/10").and("Content-Range: bytes 0-8/10")));
    }

    @ParameterizedTest
    @MethodSource("open")
    void aSessionThatItMayHaveStartedIsOpen(UnaryOperator<Message> form) {
        CaseBuilder played = CaseBuilder.session()
                .nextRequest(form)
                .create(ack -> ack.without("BITS-Protocol").without("BITS-Packet-Type"))
                .newConnection()
                .fragment(0, 9, 20, ack -> ack.error(416, "0").with("BITS-Received-Content-Range", "5"))
                .fragment(5, 19, 20, ack -> ack.with("BITS-Received-Content-Range", "12"))
                .close()
                .readBackNothing(Presence.ABSENT, OptionalInt.of(404), 20);

        assertThat(played.broken()).isEmpty();
        assertThat(played.by(new UploadIsDelivered()))
                .singleElement()
                .isInstanceOfSatisfying(
                        Judgement.Observed.class,
                        seen -> assertThat(seen.message()).contains("no one meaning"));
    }

    @ParameterizedTest
    @MethodSource("open")
    void aSessionThatItMayHaveChangedIsOpen(UnaryOperator<Message> form) {
        CaseBuilder played = CaseBuilder.created()
                .fragment(0, 4, 20)
                .nextRequest(form)
                .fragment(5, 9, 20, ack -> ack.without("BITS-Received-Content-Range"))
                .newConnection()
                .fragment(10, 19, 20, ack -> ack.error(500, "0x8020001F"));

        assertThat(played.broken()).isEmpty();
        assertThat(played.last().before().leftOpenBy()).isPresent();
    }

    @ParameterizedTest
    @MethodSource("open")
    void aRefusalWithoutAnAckIsOpenAndChangesNothing(UnaryOperator<Message> form) {
        CaseBuilder played = CaseBuilder.created()
                .nextRequest(form)
                .nextAnswered(PAGE, Ending.ANSWERED)
                .fragment(0, 9, 20)
                .newConnection();

        assertThat(played.broken()).isEmpty();
        assertThat(played.last().leftOpen()).isPresent();
        assertThat(played.fragment(0, 9, 20, ack -> ack.error(500, "0x80004005"))
                        .broken())
                .contains("fragment.status.next");
    }

    @Test
    void otherAnswersOnItsConnectionAreOpen() {
        CaseBuilder played = CaseBuilder.created()
                .nextRequest(request -> request.and("Content-Length: 3"))
                .fragment(0, 9, 20)
                .nextAnswered(PAGE, Ending.ANSWERED)
                .ping();

        assertThat(played.broken()).isEmpty();
        assertThat(played.newConnection()
                        .nextAnswered(PAGE, Ending.ANSWERED)
                        .ping()
                        .broken())
                .contains("ping.status");
    }

    @Test
    void aPingLeavesSessionsUnchanged() {
        CaseBuilder played = CaseBuilder.created()
                .nextRequest(line("BITS_POST /upload/file HTTP/1.0"))
                .ping()
                .newConnection()
                .fragment(0, 9, 20, ack -> ack.error(500, "0x80004005"));

        assertThat(played.broken()).contains("fragment.status.next");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Note: a\tb", "X-Note:   a", "X-Note: a  "})
    void whatAFrontEndMayRefuseIsJudgedIfAnAckComes(String line) {
        UnaryOperator<Message> form = request -> request.and(line);

        assertThat(CaseBuilder.session()
                        .nextRequest(form)
                        .nextAnswered(PAGE, Ending.ANSWERED)
                        .create()
                        .broken())
                .isEmpty();
        assertThat(CaseBuilder.session()
                        .nextRequest(form)
                        .create(ack -> ack.error(400, "0x80070057"))
                        .broken())
                .contains("create-session.status");
        assertThat(CaseBuilder.session()
                        .nextRequest(form)
                        .create(UnaryOperator.identity())
                        .fragment(0, 9, 20, ack -> ack.error(500, "0x80004005"))
                        .broken())
                .contains("fragment.status.next");
    }

    @Test
    void anyServerMayRefuseAFoldedFieldButTheFormOfAnAckIsJudged() {
        UnaryOperator<Message> folded = request -> request.and("X-Note: a\r\n b");

        assertThat(CaseBuilder.session()
                        .nextRequest(folded)
                        .nextAnswered(PAGE, Ending.ANSWERED)
                        .create()
                        .broken())
                .isEmpty();
        assertThat(CaseBuilder.session()
                        .nextRequest(folded)
                        .create(ack -> ack.error(400, "0x80070057").without("BITS-Error-Context"))
                        .broken())
                .contains("error.context")
                .doesNotContain("create-session.status");
    }

    @Test
    void theEffectOfAnAcceptedPacketThatShouldHaveBeenRefusedIsUnknown() {
        CaseBuilder longer = CaseBuilder.created()
                .nextRequest(request -> request.with("Content-Range", "bytes 0-14/20"))
                .fragment(0, 9, 20)
                .fragment(10, 19, 20, ack -> ack.error(416, "0").with("BITS-Received-Content-Range", "15"));
        CaseBuilder endless = CaseBuilder.created()
                .nextRequest(request -> request.without("Content-Length"))
                .fragment(0, 9, 20)
                .newConnection()
                .fragment(10, 19, 20, ack -> ack.error(416, "0").with("BITS-Received-Content-Range", "0"));

        assertThat(longer.broken()).containsExactly("fragment.length");
        assertThat(endless.broken()).containsExactly("content-length.missing");
    }

    private static UnaryOperator<Message> line(String line) {
        return request -> request.startLine(line);
    }

    private static Named<UnaryOperator<Message>> named(String name, UnaryOperator<Message> form) {
        return Named.of(name, form);
    }
}
