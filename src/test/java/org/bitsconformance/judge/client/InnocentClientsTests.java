package org.bitsconformance.judge.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitsconformance.judge.CaseBuilder.created;
import static org.bitsconformance.judge.CaseBuilder.id;
import static org.bitsconformance.judge.CaseBuilder.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.CaseRule;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Located;
import org.bitsconformance.judge.Message;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.history.Histories;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.requirement.Catalogue;
import org.bitsconformance.requirement.Level;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.CaseStart;
import org.bitsconformance.transcript.ClientEnded.Arrived;
import org.bitsconformance.transcript.DeclaredLimits;
import org.bitsconformance.transcript.Event;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.Purpose;
import org.bitsconformance.transcript.SendContext;
import org.bitsconformance.transcript.capture.HarReader;
import org.bitsconformance.transcript.http.WireBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that do what the documents allow are accused of nothing that binds. */
class InnocentClientsTests {

    static Stream<Arguments> clients() {
        return Stream.of(
                client(
                        "without a Ping",
                        created().fragment(0, 9, 20).fragment(10, 19, 20).close()),
                client(
                        "with a Ping before each packet",
                        session()
                                .ping()
                                .create()
                                .ping()
                                .fragment(0, 9, 10)
                                .ping()
                                .close()),
                client("one fragment", created().fragment(0, 99, 100).close()),
                client("fragments of one byte", bytewise()),
                client("an empty file", created().close()),
                client(
                        "a connection for each packet",
                        created()
                                .newConnection()
                                .fragment(0, 9, 20)
                                .newConnection()
                                .fragment(10, 19, 20)
                                .newConnection()
                                .close()),
                client("upper case", each(request -> request.with("BITS-Packet-Type", type(request)))),
                client(
                        "an absolute target",
                        each(request -> request.startLine("BITS_POST http://server.example/upload/file HTTP/1.1"))),
                client(
                        "more fields",
                        each(request -> request.with("X-Trace", "1").with("Accept", "*/*"))),
                client(
                        "POST for the verb",
                        each(request -> request.startLine("POST /upload/file HTTP/1.1")
                                .with("X-HTTP-Method-Override", "BITS_POST"))),
                client(
                        "behind a proxy",
                        each(request -> request.startLine("BITS_POST /upload/file HTTP/1.0")
                                .with("Host", "backend")
                                .with("Via", "1.1 front")
                                .without("Content-Length"))),
                client("cancelled at once", created().cancel()),
                client("cancelled later", created().fragment(0, 9, 20).cancel()),
                client("cancelled at the end", created().fragment(0, 19, 20).cancel()),
                client("paused for ever", created().fragment(0, 9, 20)),
                client(
                        "killed within a fragment",
                        created().nextUnanswered(Ending.CUT_OFF).fragment(0, 9, 20)),
                client(
                        "killed and started again",
                        created()
                                .fragment(0, 9, 20)
                                .newConnection()
                                .create()
                                .fragment(0, 9, 20)
                                .fragment(10, 19, 20)
                                .close()),
                client(
                        "started again with an older state",
                        created()
                                .fragment(0, 9, 30)
                                .fragment(10, 19, 30)
                                .newConnection()
                                .fragment(10, 19, 30)
                                .fragment(20, 29, 30)
                                .close()),
                client(
                        "resumed with a Ping",
                        created()
                                .fragment(0, 9, 20)
                                .resting(600_000)
                                .newConnection()
                                .ping()
                                .fragment(10, 19, 20)
                                .close()),
                client(
                        "an Ack that got lost",
                        created()
                                .nextUnanswered(Ending.RESET)
                                .fragment(0, 9, 20)
                                .newConnection()
                                .fragment(0, 9, 20)
                                .fragment(10, 19, 20)
                                .close()),
                client(
                        "an Ack that got lost after which the server knows more",
                        created()
                                .nextUnanswered(Ending.CLOSED)
                                .fragment(0, 9, 20)
                                .newConnection()
                                .fragment(0, 9, 20, ack -> ack.status(416).with("BITS-Received-Content-Range", "10"))
                                .fragment(10, 19, 20)
                                .close()),
                client(
                        "a Close-Session that got lost",
                        created()
                                .fragment(0, 9, 10)
                                .nextUnanswered(Ending.CLOSED)
                                .close()
                                .newConnection()
                                .close(ack -> ack.error(500, "0x8020001F"))),
                client(
                        "a session that the server forgot",
                        created()
                                .fragment(0, 9, 20)
                                .fragment(10, 19, 20, ack -> ack.error(500, "0x8020001F"))
                                .create()
                                .fragment(0, 9, 20)
                                .fragment(10, 19, 20)
                                .close()),
                client(
                        "smaller fragments after 413",
                        created()
                                .fragment(0, 19, 20, ack -> ack.ofFrontEnd(413))
                                .fragment(0, 9, 20)
                                .fragment(10, 19, 20)
                                .close()),
                client(
                        "a server that is busy",
                        created()
                                .fragment(0, 9, 10, ack -> ack.ofFrontEnd(503))
                                .resting(2_000)
                                .fragment(0, 9, 10)
                                .close()),
                client(
                        "a Close-Session sent again",
                        created()
                                .fragment(0, 9, 10)
                                .close(ack -> ack.status(500))
                                .resting(2_000)
                                .close()),
                client(
                        "observed from the middle",
                        session()
                                .nextSessionId(id(9))
                                .fragment(10, 19, 30)
                                .nextSessionId(id(9))
                                .fragment(20, 29, 30)
                                .nextSessionId(id(9))
                                .close()),
                client(
                        "observed from the middle, then started again",
                        session()
                                .nextSessionId(id(9))
                                .fragment(10, 19, 20, ack -> ack.error(500, "0x8020001F"))
                                .create()
                                .fragment(0, 9, 20)
                                .fragment(10, 19, 20)
                                .close()),
                client(
                        "a program that gives up with an error",
                        created()
                                .fragment(0, 9, 20, ack -> ack.status(404))
                                .cancel()
                                .event(Said.ended(7))),
                client(
                        "a program that had to be stopped",
                        created()
                                .fragment(0, 9, 20, ack -> ack.status(500))
                                .resting(3_000)
                                .fragment(0, 9, 20, ack -> ack.status(500))
                                .event(Said.stopped())),
                client(
                        "a named host",
                        session()
                                .create(ack -> ack.with("BITS-Host-Id", "node7"))
                                .nextRequest(InnocentClientsTests::atNode)
                                .ping()
                                .nextRequest(InnocentClientsTests::atNode)
                                .fragment(0, 9, 10)
                                .nextRequest(InnocentClientsTests::atNode)
                                .close()),
                client(
                        "a named host that is away",
                        session()
                                .create(ack ->
                                        ack.with("BITS-Host-Id", "node7").with("BITS-Host-Id-Fallback-Timeout", "5"))
                                .resting(6_000)
                                .fragment(0, 9, 10)
                                .close()),
                client(
                        "a named host that answers 503 until its time is over, and a server that does not know the"
                                + " session",
                        session()
                                .create(ack ->
                                        ack.with("BITS-Host-Id", "node7").with("BITS-Host-Id-Fallback-Timeout", "5"))
                                .nextRequest(InnocentClientsTests::atNode)
                                .fragment(0, 9, 20, ack -> ack.ofFrontEnd(503))
                                .resting(4_000)
                                .nextRequest(InnocentClientsTests::atNode)
                                .fragment(0, 9, 20, ack -> ack.ofFrontEnd(503))
                                .resting(2_000)
                                .fragment(0, 9, 20, ack -> ack.error(500, "0x8020001F"))
                                .create()
                                .fragment(0, 9, 20)
                                .fragment(10, 19, 20)
                                .close()
                                .event(Said.ended(0, Arrived.COMPLETE))),
                client(
                        "a named host that is lost, and a new session at the first one",
                        session()
                                .create(ack ->
                                        ack.with("BITS-Host-Id", "node7").with("BITS-Host-Id-Fallback-Timeout", "5"))
                                .nextRequest(InnocentClientsTests::atNode)
                                .nextUnanswered(Ending.RESET)
                                .fragment(0, 9, 20)
                                .newConnection()
                                .resting(6_000)
                                .create()
                                .fragment(0, 9, 20)
                                .fragment(10, 19, 20)
                                .close()
                                .event(Said.ended(0, Arrived.COMPLETE))),
                client(
                        "Close-Session that is redirected to another host",
                        created()
                                .fragment(0, 9, 10)
                                .close(ack -> ack.status(307))
                                .nextRequest(request -> request.with("Host", "other.example"))
                                .close()),
                client(
                        "Close-Session that expects too much",
                        created()
                                .fragment(0, 9, 10)
                                .nextRequest(request -> request.with("Expect", "100-continue"))
                                .close(ack -> ack.status(417))
                                .close()),
                client(
                        "credentials on demand",
                        session()
                                .create(ack -> ack.without("BITS-Session-Id")
                                        .status(401)
                                        .with("WWW-Authenticate", "Basic realm=\"bits\""))
                                .nextRequest(InnocentClientsTests::known)
                                .create()
                                .nextRequest(InnocentClientsTests::known)
                                .fragment(0, 9, 10)
                                .nextRequest(InnocentClientsTests::known)
                                .close()),
                client(
                        "Fragments with the name of the file",
                        session()
                                .nextRequest(InnocentClientsTests::named)
                                .create()
                                .nextRequest(InnocentClientsTests::named)
                                .fragment(0, 9, 20)
                                .nextRequest(InnocentClientsTests::named)
                                .fragment(10, 19, 20)
                                .nextRequest(InnocentClientsTests::named)
                                .close()),
                client(
                        "a client that gives up after some restarts",
                        created()
                                .fragment(0, 9, 20, ack -> ack.error(500, "0x8020001F"))
                                .create()
                                .fragment(0, 9, 20, ack -> ack.error(500, "0x8020001F"))
                                .event(Said.ended(1))),
                client(
                        "a client that follows redirects",
                        created()
                                .fragment(0, 9, 10)
                                .close(ack -> ack.status(307))
                                .nextRequest(request -> request.startLine("BITS_POST /upload/file?again HTTP/1.1"))
                                .close()),
                client(
                        "a name that is encoded as in mail",
                        session()
                                .nextRequest(request ->
                                        request.with("Content-Name", "=?utf-8?B?" + "ab/d".repeat(80) + "?="))
                                .create()),
                client(
                        "fragments to a host that nobody observes",
                        session()
                                .create(ack ->
                                        ack.with("BITS-Host-Id", "node7").with("BITS-Host-Id-Fallback-Timeout", "5"))
                                .resting(6_000)
                                .fragment(0, 9, 40)
                                .newConnection()
                                .resting(9_000)
                                .fragment(20, 39, 40)
                                .close()),
                client(
                        "Acks with bytes after their end",
                        created()
                                .fragment(0, 9, 20, ack -> ack.onlyBody("more"))
                                .fragment(0, 9, 20, ack -> ack.onlyBody("more"))
                                .close(ack -> ack.onlyBody("more"))
                                .close()),
                client(
                        "an Ack that is no right HTTP",
                        created()
                                .fragment(0, 9, 20, ack -> ack.and("no field"))
                                .fragment(0, 9, 20)
                                .fragment(10, 19, 20)
                                .close()),
                client(
                        "an Ack that comes too late",
                        created()
                                .nextBegunAfter(3_000_000)
                                .fragment(0, 9, 20)
                                .newConnection()
                                .resting(2_000)
                                .fragment(0, 9, 20)
                                .fragment(10, 19, 20)
                                .close()
                                .event(Said.ended(0, Arrived.COMPLETE))),
                client(
                        "a client that notices an Ack too late",
                        created()
                                .nextBegunAfter(3_000_000)
                                .fragment(0, 9, 20)
                                .newConnection()
                                .resting(9_000)
                                .fragment(0, 9, 20, ack -> ack.status(416).with("BITS-Received-Content-Range", "10"))
                                .fragment(10, 19, 20)
                                .close()
                                .event(Said.ended(0, Arrived.COMPLETE))),
                client(
                        "two uploads of the same file at the same time",
                        created()
                                .fragment(0, 9, 20)
                                .newConnection()
                                .create()
                                .fragment(0, 9, 20)
                                .connection(1)
                                .in(1)
                                .fragment(10, 19, 20)
                                .close()
                                .connection(2)
                                .in(2)
                                .fragment(10, 19, 20)
                                .close()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("clients")
    void nobody_is_accused_under_any_dialect_that_passes_both_readings(String name, CaseBuilder played) {
        assertThat(accusations(played, Dialect.ANY)).isEmpty();
        assertThat(accusations(played, Dialect.WINDOWS)).isEmpty();
    }

    @Test
    void something_is_said_about_each_of_them() {
        assertThat(clients())
                .allSatisfy(client -> assertThat(ClientRules.all())
                        .anySatisfy(rule -> assertThat(((CaseBuilder) client.get()[1]).by(rule))
                                .isNotEmpty()));
    }

    @ParameterizedTest
    @EnumSource(names = "WIN32", mode = EnumSource.Mode.EXCLUDE)
    void windows_is_not_accused(Dialect dialect) throws IOException {
        assertThat(accusations(
                        windows(
                                exchange(1, Purpose.CASE, message("upload-01"), message("upload-02")),
                                exchange(
                                        2,
                                        Purpose.CASE,
                                        message("upload-03") + message("upload-04"),
                                        message("upload-05")),
                                exchange(3, Purpose.CASE, message("upload-06"), message("upload-07")),
                                exchange(4, Purpose.CASE, message("upload-08"), message("upload-09"))),
                        dialect))
                .isEmpty();
        assertThat(accusations(
                        windows(
                                exchange(1, Purpose.CASE, message("upload-reply-01"), message("upload-reply-02")),
                                exchange(2, Purpose.CASE, message("upload-reply-03"), message("upload-reply-04")),
                                exchange(
                                        3,
                                        Purpose.CASE,
                                        message("upload-reply-05") + message("upload-reply-06"),
                                        message("upload-reply-09")),
                                exchange(
                                        4,
                                        Purpose.DOWNLOAD,
                                        message("upload-reply-10"),
                                        message("upload-reply-11") + "x".repeat(9977)),
                                exchange(5, Purpose.CASE, message("upload-reply-12"), message("upload-reply-13"))),
                        dialect))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "good",
                "bad-range",
                "bad-range-http20",
                "other-connect",
                "other-data",
                "other-empty",
                "other-pipe",
                "refused",
                "twohops",
                "url-percent",
                "url-pipe",
                "url-unicode",
                "ver-h20",
                "ver-http20l",
                "ver-res20"
            })
    void clients_in_captures_are_not_accused(String capture) throws IOException {
        Path file = Path.of("src/test/resources/captures", capture + ".har");
        CaseHistory history = Histories.of(HarReader.read(file, "test/1").events(), DeclaredLimits.NONE);
        assertThat(accusations(history, Dialect.ANY)).isEmpty();
    }

    private static List<String> accusations(CaseBuilder played, Dialect dialect) {
        return accusations(played.dialect(dialect).history(), dialect);
    }

    /** What binds and is broken: a SHOULD only warns. */
    private static List<String> accusations(CaseHistory history, Dialect dialect) {
        List<String> found = new ArrayList<>();
        for (CaseRule rule : ClientRules.all()) {
            Level level = Catalogue.load().get(rule.requirement()).level(dialect);
            for (Located located :
                    rule.judge(history, session().dialect(dialect).context())) {
                if (level.binds() && located.judgement() instanceof Judgement.Broken broken) {
                    found.add(rule.requirement() + " in " + located.exchange() + ": " + broken.message());
                }
            }
        }
        return found;
    }

    private static Arguments client(String name, CaseBuilder played) {
        return Arguments.of(name, played);
    }

    private static CaseBuilder bytewise() {
        CaseBuilder played = created();
        IntStream.range(0, 5).forEach(i -> played.fragment(i, i, 5));
        return played.close();
    }

    private static CaseBuilder each(UnaryOperator<Message> change) {
        return session()
                .nextRequest(change)
                .ping()
                .nextRequest(change)
                .create()
                .nextRequest(change)
                .fragment(0, 9, 20)
                .nextRequest(change)
                .fragment(10, 19, 20)
                .nextRequest(change)
                .close();
    }

    private static String type(Message request) {
        return request.text()
                .replaceAll("(?s).*BITS-Packet-Type: ([^\r]*)\r.*", "$1")
                .toUpperCase(Locale.ROOT);
    }

    private static Message atNode(Message request) {
        return request.with("Host", "node7");
    }

    private static Message known(Message request) {
        return request.with("Authorization", "Basic ***");
    }

    private static Message named(Message request) {
        return request.with("Content-Name", "file.bin");
    }

    private static CaseHistory windows(Event... exchanges) {
        List<Event> events = new ArrayList<>();
        events.add(new CaseStart(CaseBuilder.CASE, "windows", Map.of(), List.of(), 1));
        events.addAll(List.of(exchanges));
        events.add(new CaseEnd(CaseBuilder.CASE, CaseEnd.Ending.DRIVEN, ""));
        return Histories.of(events, DeclaredLimits.NONE);
    }

    private static Exchange exchange(int number, Purpose purpose, String request, String answer) {
        return new Exchange(
                "x" + number,
                CaseBuilder.CASE,
                purpose,
                1,
                1,
                "c1",
                number,
                WireBytes.NONE,
                WireBytes.of(request),
                WireBytes.of(answer),
                Ending.ANSWERED,
                new Exchange.Timing(number * 10L, number * 10L + 1, OptionalLong.empty(), number * 10L + 2),
                SendContext.USUAL);
    }

    private static String message(String number) throws IOException {
        try (DirectoryStream<Path> found =
                Files.newDirectoryStream(Path.of("src/test/resources/traffic"), number + "-*")) {
            return Files.readString(found.iterator().next(), StandardCharsets.ISO_8859_1);
        }
    }
}
