package org.bitsconformance.drive.readback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import org.bitsconformance.drive.client.Bench;
import org.bitsconformance.drive.client.BitsClient;
import org.bitsconformance.drive.client.ScriptedServer;
import org.bitsconformance.drive.client.ScriptedServer.Conduct;
import org.bitsconformance.drive.client.ScriptedServer.Reply;
import org.bitsconformance.drive.client.ScriptedServer.Then;
import org.bitsconformance.drive.client.TestCertificate;
import org.bitsconformance.drive.client.Upload;
import org.bitsconformance.drive.transport.AnswerLimit;
import org.bitsconformance.drive.transport.Connector;
import org.bitsconformance.drive.transport.Deadlines;
import org.bitsconformance.drive.transport.Expenses;
import org.bitsconformance.drive.transport.Recorder;
import org.bitsconformance.drive.transport.RollingDigest;
import org.bitsconformance.target.Budget;
import org.bitsconformance.target.Credentials;
import org.bitsconformance.target.ReadBackMode;
import org.bitsconformance.target.Target;
import org.bitsconformance.target.Trust;
import org.bitsconformance.transcript.ConnectionEnded;
import org.bitsconformance.transcript.ConnectionOpened;
import org.bitsconformance.transcript.Event;
import org.bitsconformance.transcript.ReadBack;
import org.bitsconformance.transcript.ReadBack.Presence;
import org.bitsconformance.transcript.http.Digests;
import org.bitsconformance.transcript.http.Header;
import org.bitsconformance.transcript.http.Payload;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationsTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration IMPATIENT = Duration.ofMillis(50);
    private static final Payload PAYLOAD = new Payload(5, 1000);
    private static final Reply ABSENT = Reply.of("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");

    @TempDir
    Path folder;

    private final List<Event> events = new ArrayList<>();
    private final Deadlines deadlines = new Deadlines();
    private ScriptedServer server = ScriptedServer.answering(ABSENT);

    @AfterEach
    void close() {
        server.close();
        deadlines.close();
    }

    @Test
    void theSameBytes() {
        ReadBack seen = lookByUrl(holding(bytes()));

        assertThat(seen.same()).isTrue();
        assertThat(seen.found().presence()).isEqualTo(Presence.FOUND);
        assertThat(seen.found().status()).hasValue(200);
        assertThat(seen.found().length()).hasValue(1000);
        assertThat(seen.found().sha256()).hasValue(seen.sent().expectedSha256());
        assertThat(seen.sent().expectedLength()).isEqualTo(1000);
        assertThat(seen.found().where()).isEqualTo(server.url() + "n.bin");
        assertThat(server.requests()).hasSize(2);
        assertThat(server.requests().get(0))
                .startsWith("GET /upload/n.bin HTTP/1.1\r\n")
                .contains("\r\nUser-Agent: suite/1.2 (case)\r\n")
                .contains("\r\nConnection: close\r\n");
    }

    @Test
    void oneByteFlipped() {
        byte[] bytes = bytes();
        bytes[567] ^= 1;

        ReadBack seen = lookByUrl(holding(bytes));

        assertThat(seen.same()).isFalse();
        assertThat(seen.firstDifference()).hasValue(567);
        assertThat(seen.found().length()).hasValue(1000);
        assertThat(seen.found().sha256().orElseThrow()).isNotEqualTo(seen.sent().expectedSha256());
        assertThat(seen.waitedMillis()).isGreaterThanOrEqualTo(50);
    }

    @Test
    void theDigestThatTheServerGives() {
        String right = base64(Digests.sha256(PAYLOAD, 0, 1000));
        ReadBack same = lookLarge(telling("1000", "sha-256=:" + right + ":"));
        assertThat(same.same()).isTrue();
        assertThat(same.found().told()).isTrue();
        assertThat(same.found().length()).hasValue(1000);
        assertThat(same.found().sha256()).hasValue(same.sent().expectedSha256());
        assertThat(server.requests().get(0))
                .startsWith("HEAD /upload/n.bin HTTP/1.1\r\n")
                .contains("\r\nWant-Repr-Digest: sha-256=10\r\n");

        ReadBack other = lookLarge(telling("1000", "sha-512=:AAAA:, SHA-256=:" + "A".repeat(43) + "=:"));
        assertThat(other.found().told()).isTrue();
        assertThat(other.same()).isFalse();
        assertThat(other.firstDifference()).isEmpty();
        assertThat(lookLarge(telling("999", "sha-256=:" + right + ":")).same()).isFalse();
    }

    @Test
    void theBytesIfTheServerGivesNoDigest() {
        ReadBack seen = lookLarge(telling("1000", "md5=:AAAA:"), holding(bytes()));

        assertThat(seen.found().told()).isFalse();
        assertThat(seen.same()).isTrue();
        assertThat(server.requests().get(1)).startsWith("GET /upload/n.bin ");
    }

    private ReadBack lookLarge(Reply... replies) {
        events.clear();
        serve(ScriptedServer.answering(replies));
        destinations(ReadBackMode.URL, TIMEOUT)
                .lookForUpload("case", 1, "n.bin", url(), PAYLOAD, Optional.of(new RollingDigest(PAYLOAD)));
        return readBacks().get(0);
    }

    /** An answer to HEAD; to a GET that asks whether there is something at every name, it is one that breaks off. */
    private static Reply telling(String length, String digest) {
        return Reply.of("HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\nRepr-Digest: " + digest + "\r\n\r\n")
                .then(Then.CLOSE);
    }

    private static String base64(String hexadecimal) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hexadecimal));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 999})
    void shorter(int length) {
        ReadBack seen = lookByUrl(holding(PAYLOAD.range(0, length)));

        assertThat(seen.found().presence()).isEqualTo(Presence.FOUND);
        assertThat(seen.found().length()).hasValue(length);
        assertThat(seen.firstDifference()).hasValue(length);
    }

    @ParameterizedTest
    @ValueSource(ints = {1001, 2000})
    void longer(int length) {
        ReadBack seen = lookByUrl(holding(new Payload(5, length).range(0, length)));

        assertThat(seen.found().length()).hasValue(length);
        assertThat(seen.firstDifference()).hasValue(1000);
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void absent(int status) {
        ReadBack seen = lookByUrl(status(status));

        assertThat(seen.found().presence()).isEqualTo(Presence.ABSENT);
        assertThat(seen.found().status()).hasValue(status);
        assertThat(seen.found().length()).isEmpty();
        assertThat(seen.waitedMillis()).isGreaterThanOrEqualTo(50);
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 302, 401, 403, 500})
    void unreadable(int status) {
        ReadBack seen = lookByUrl(status(status));

        assertThat(seen.found().presence()).isEqualTo(Presence.UNREADABLE);
        assertThat(seen.found().status()).hasValue(status);
        assertThat(server.requests()).allMatch(request -> request.startsWith("GET /upload/n.bin "));
    }

    @Test
    void aResetIsUnreadable() {
        ReadBack seen = lookByUrl(Reply.of("").then(Then.RESET));

        assertThat(seen.found().presence()).isEqualTo(Presence.UNREADABLE);
        assertThat(seen.found().status()).isEmpty();
    }

    @Test
    void aClosedPortIsUnreadable() {
        server.leave();

        destinations(ReadBackMode.URL, TIMEOUT).lookForUpload("case", 1, "n.bin", url(), PAYLOAD);

        assertThat(readBacks()).extracting(look -> look.found().presence()).containsExactly(Presence.UNREADABLE);
    }

    @Test
    void aBodyThatDripsIsCut() {
        serve(ScriptedServer.conducting(connection -> {
            connection.read();
            connection.drip("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n" + "x".repeat(1000));
        }));

        destinations(ReadBackMode.URL, Duration.ofMillis(300)).lookForUpload("case", 1, "n.bin", url(), PAYLOAD);

        assertThat(readBacks()).extracting(look -> look.found().presence()).containsExactly(Presence.UNREADABLE);
    }

    @Test
    void aBodyThatDripsOverTlsIsCut() throws Exception {
        TestCertificate certificate = TestCertificate.forName("localhost", folder);
        serve(ScriptedServer.conductingSecured(certificate.context(), connection -> {
            connection.read();
            connection.drip("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n" + "x".repeat(1000));
        }));
        Target target = Bench.target(server.url(), Duration.ofMillis(500), new Trust(Optional.empty(), true));

        destinations(with(target, ReadBackMode.URL)).lookForUpload("case", 1, "n.bin", url(), PAYLOAD);

        assertThat(readBacks()).extracting(look -> look.found().presence()).containsExactly(Presence.UNREADABLE);
    }

    @Test
    void appearsLate() {
        ReadBack seen = lookPatiently(ReadBackMode.URL, ABSENT, ABSENT, holding(bytes()));

        assertThat(seen.same()).isTrue();
        assertThat(seen.waitedMillis()).isBetween(200L, 5000L);
        assertThat(server.requests())
                .filteredOn(request -> request.startsWith("GET /upload/n.bin "))
                .hasSize(3);
    }

    @Test
    void afterTwoUndeliveredUploadsThereIsNoMoreWaiting() {
        serve(ScriptedServer.answering(ABSENT));
        Destinations destinations = destinations(ReadBackMode.URL, TIMEOUT);
        destinations.lookForUpload("first", 1, "n.bin", url(), PAYLOAD);
        destinations.lookForUpload("second", 1, "n.bin", url(), PAYLOAD);
        int looks = server.requests().size();

        destinations.lookForUpload("third", 1, "n.bin", url(), PAYLOAD);

        assertThat(looks).isGreaterThanOrEqualTo(4);
        assertThat(server.requests()).hasSize(looks + 1);
    }

    @Test
    void becomesCompleteLate() {
        ReadBack seen = lookPatiently(ReadBackMode.AUTO, holding(PAYLOAD.range(0, 500)), holding(bytes()));

        assertThat(seen.same()).isTrue();
    }

    @Test
    void sendsCredentialsAndExtraHeadersButFollowsNoRedirectWithThem() {
        serve(ScriptedServer.answering(
                Reply.of("HTTP/1.1 302 Found\r\nLocation: http://localhost/\r\nContent-Length: 0\r\n\r\n")));
        Target target = Bench.secretTarget(
                server.url(), ReadBackMode.URL, new Credentials("u", "p"), new Header("X-Tenant", "blue"));

        destinations(target).lookForNothing("case", 1, "n.bin", url(), PAYLOAD);

        assertThat(server.requests()).hasSize(1);
        assertThat(server.requests().get(0))
                .contains("\r\nAuthorization: Basic dTpw\r\n")
                .contains("\r\nX-Tenant: blue\r\n");
    }

    @Test
    void looksInAFolder() throws IOException {
        Destinations destinations = destinations(ReadBackMode.dir(folder), TIMEOUT);
        Files.write(folder.resolve("n.bin"), bytes());

        destinations.lookForUpload("case", 1, "n.bin", url(), PAYLOAD);
        destinations.lookForUpload("case", 1, "missing.bin", url(), PAYLOAD);
        destinations.lookForNothing("case", 1, "missing.bin", url(), PAYLOAD);
        Files.createDirectory(folder.resolve("folder.bin"));
        destinations.lookForNothing("case", 1, "folder.bin", url(), PAYLOAD);

        assertThat(readBacks())
                .extracting(look -> look.found().presence())
                .containsExactly(Presence.FOUND, Presence.ABSENT, Presence.ABSENT, Presence.UNREADABLE);
        assertThat(readBacks().get(0).same()).isTrue();
        assertThat(readBacks().get(0).found().status()).isEmpty();
        assertThat(readBacks().get(0).found().where())
                .isEqualTo(folder.resolve("n.bin").toString());
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void autoDecidesAtTheFirstLookThatUploadsCannotBeRead() {
        serve(ScriptedServer.answering(ABSENT, holding(bytes())));
        Destinations destinations = destinations(ReadBackMode.AUTO, TIMEOUT);

        destinations.lookForNothing("cancelled", 1, "n.bin", url(), PAYLOAD);
        assertThat(server.requests()).isEmpty();
        destinations.lookForUpload("first", 1, "n.bin", url(), PAYLOAD);
        destinations.lookForUpload("second", 1, "n.bin", url(), PAYLOAD);
        destinations.lookForNothing("cancelled", 1, "n.bin", url(), PAYLOAD);

        assertThat(readBacks()).extracting(ReadBack::caseId).containsExactly("first");
        assertThat(readBacks()).extracting(look -> look.found().presence()).containsExactly(Presence.ABSENT);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void autoDecidesAtTheFirstLookThatUploadsCanBeRead() {
        serve(ScriptedServer.answering(holding(bytes()), ABSENT));
        Destinations destinations = destinations(ReadBackMode.AUTO, TIMEOUT);

        destinations.lookForUpload("first", 1, "n.bin", url(), PAYLOAD);
        destinations.lookForUpload("second", 2, "n.bin", url(), PAYLOAD);
        destinations.lookForNothing("cancelled", 3, "n.bin", url(), PAYLOAD);

        assertThat(readBacks())
                .extracting(look -> look.found().presence())
                .containsExactly(Presence.FOUND, Presence.ABSENT, Presence.ABSENT);
        assertThat(readBacks()).extracting(ReadBack::session).containsExactly(1, 2, 3);
        assertThat(readBacks().get(1).waitedMillis()).isGreaterThanOrEqualTo(50);
        assertThat(readBacks().get(2).waitedMillis()).isZero();
    }

    @Test
    void aNameThatWasNeverWrittenIsLookedAtAfterSomethingWasFound() {
        serve(ScriptedServer.answering(ABSENT, holding(bytes()), ABSENT, holding(bytes())));
        Destinations destinations = destinations(ReadBackMode.URL, TIMEOUT);

        destinations.lookForNothing("cancelled", 1, "n.bin", url(), PAYLOAD);
        destinations.lookForUpload("first", 1, "n.bin", url(), PAYLOAD);
        destinations.lookForUpload("second", 1, "n.bin", url(), PAYLOAD);

        assertThat(server.requests().get(2)).startsWith("GET /upload/never-written.bin ");
        assertThat(server.requests()).hasSize(4);
        assertThat(readBacks())
                .extracting(ReadBack::neverWritten)
                .containsExactly(
                        Optional.empty(),
                        Optional.of(new ReadBack.Look(
                                server.url() + "never-written.bin",
                                Presence.ABSENT,
                                OptionalInt.of(404),
                                OptionalLong.empty(),
                                Optional.empty())),
                        Optional.empty());
    }

    @Test
    void autoRecognisesAPageAtEveryNameAndStopsAfterThree() {
        serve(ScriptedServer.answering(holding("page".getBytes(StandardCharsets.ISO_8859_1))));
        Destinations destinations = destinations(ReadBackMode.AUTO, TIMEOUT);

        for (int upload = 1; upload <= 3; upload++) {
            destinations.lookForNothing("cancelled", 1, "n.bin", url(), PAYLOAD);
            destinations.lookForUpload("case", upload, "n.bin", url(), PAYLOAD);
        }
        int looks = server.requests().size();
        destinations.lookForUpload("case", 4, "n.bin", url(), PAYLOAD);

        assertThat(server.requests()).hasSize(looks);
        assertThat(readBacks()).extracting(ReadBack::session).containsExactly(1, 2, 3);
        assertThat(readBacks())
                .allMatch(look -> look.neverWritten().orElseThrow().presence() == Presence.FOUND
                        && look.neverWritten()
                                .orElseThrow()
                                .sha256()
                                .equals(look.found().sha256()));
    }

    @Test
    void autoReportsACorruptUploadIfANameThatWasNeverWrittenHasNothing() {
        byte[] corrupt = bytes();
        corrupt[1] ^= 1;
        serve(ScriptedServer.conducting(connection -> {
            boolean upload = connection.read().startsWith("GET /upload/n.bin ");
            connection.send((upload ? holding(corrupt) : ABSENT).text());
        }));
        Destinations destinations = destinations(ReadBackMode.AUTO, TIMEOUT);

        destinations.lookForUpload("first", 1, "n.bin", url(), PAYLOAD);
        destinations.lookForNothing("cancelled", 2, "n.bin", url(), PAYLOAD);

        assertThat(readBacks()).extracting(ReadBack::session).containsExactly(1, 2);
        assertThat(readBacks().get(0).neverWritten().orElseThrow().presence()).isEqualTo(Presence.ABSENT);
    }

    @Test
    void aFolderHasNothingForOtherNames() throws IOException {
        Files.write(folder.resolve("n.bin"), bytes());

        destinations(ReadBackMode.dir(folder), TIMEOUT).lookForUpload("case", 1, "n.bin", url(), PAYLOAD);

        assertThat(readBacks()).extracting(ReadBack::neverWritten).containsExactly(Optional.empty());
    }

    @Test
    void noneDoesNotLook() {
        Destinations destinations = destinations(ReadBackMode.NONE, TIMEOUT);

        destinations.lookForUpload("case", 1, "n.bin", url(), PAYLOAD);
        destinations.lookForNothing("case", 1, "n.bin", url(), PAYLOAD);

        assertThat(events).isEmpty();
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void everyConnectionThatWasOpenedIsEnded() {
        lookPatiently(ReadBackMode.URL, ABSENT, holding(bytes()));

        assertThat(events.stream().filter(ConnectionOpened.class::isInstance)).hasSize(3);
        assertThat(events.stream().filter(ConnectionEnded.class::isInstance)).hasSize(3);
    }

    @Test
    void anUploadEndsItsConnectionBeforeItLooks() {
        Conduct once = connection -> {
            connection.read();
            connection.send(
                    "HTTP/1.1 200 OK\r\nBITS-Packet-Type: Ack\r\nBITS-Session-Id: {s1}\r\nContent-Length: 0\r\n\r\n");
            connection.awaitEnd();
        };
        serve(ScriptedServer.conducting(once));
        try (Bench bench = Bench.at(with(Bench.target(server.url()), ReadBackMode.URL));
                BitsClient client = bench.openCase("case")) {
            Upload upload = client.upload(10);
            upload.create();

            upload.destination().lookForNothing();

            assertThat(bench.events(ReadBack.class)).hasSize(1);
            assertThat(bench.events(ReadBack.class).get(0).found().presence()).isEqualTo(Presence.FOUND);
            assertThat(server.connections()).isEqualTo(3);
        }
    }

    @Test
    void oneOfSeveralCasesFindsOutWhetherUploadsCanBeRead() throws InterruptedException {
        AtomicReference<Destinations> destinations = new AtomicReference<>();
        Thread second =
                new Thread(() -> destinations.get().lookForUpload("second", 1, "n.bin", url(), PAYLOAD), "second-case");
        serve(ScriptedServer.conducting(connection -> {
            connection.read();
            second.start();
            connection.send("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
        }));
        destinations.set(destinations(ReadBackMode.AUTO, TIMEOUT));

        destinations.get().lookForUpload("first", 1, "n.bin", url(), PAYLOAD);
        second.join();

        assertThat(server.connections()).isEqualTo(1);
        assertThat(readBacks()).extracting(ReadBack::caseId).containsExactly("first");
    }

    private void serve(ScriptedServer scripted) {
        server.close();
        server = scripted;
    }

    private ReadBack lookByUrl(Reply reply) {
        serve(ScriptedServer.answering(reply));
        destinations(ReadBackMode.URL, TIMEOUT).lookForUpload("case", 1, "n.bin", url(), PAYLOAD);
        assertThat(readBacks()).hasSize(1);
        return readBacks().get(0);
    }

    private ReadBack lookPatiently(ReadBackMode mode, Reply... replies) {
        serve(ScriptedServer.answering(replies));
        Target target = with(Bench.target(server.url()), mode);
        Recorder recorder = new Recorder(target, events::add);
        new Destinations(
                        target,
                        new Connector(
                                target,
                                recorder,
                                deadlines,
                                new AnswerLimit(target.requests().timeout()),
                                new Expenses(Budget.UNLIMITED)),
                        recorder,
                        deadlines,
                        name -> name,
                        neverWritten())
                .lookForUpload("case", 1, "n.bin", url(), PAYLOAD);
        return readBacks().get(0);
    }

    private Destinations destinations(ReadBackMode mode, Duration timeout) {
        return destinations(with(Bench.target(server.url(), timeout), mode));
    }

    private Destinations destinations(Target target) {
        Recorder recorder = new Recorder(target, events::add);
        return new Destinations(
                target,
                new Connector(
                        target,
                        recorder,
                        deadlines,
                        new AnswerLimit(target.requests().timeout()),
                        new Expenses(Budget.UNLIMITED)),
                recorder,
                deadlines,
                caseId -> "suite/1.2 (" + caseId + ")",
                neverWritten(),
                IMPATIENT);
    }

    private Optional<URI> neverWritten() {
        return Optional.of(URI.create(server.url() + "never-written.bin"));
    }

    private static Target with(Target target, ReadBackMode mode) {
        return target.with(target.uploads().with(mode));
    }

    private URI url() {
        return URI.create(server.url() + "n.bin");
    }

    private List<ReadBack> readBacks() {
        return events.stream()
                .filter(ReadBack.class::isInstance)
                .map(ReadBack.class::cast)
                .toList();
    }

    private static byte[] bytes() {
        return PAYLOAD.range(0, 1000);
    }

    private static Reply holding(byte[] bytes) {
        return Reply.of("HTTP/1.1 200 OK\r\nContent-Length: " + bytes.length + "\r\n\r\n"
                + new String(bytes, StandardCharsets.ISO_8859_1));
    }

    private static Reply status(int status) {
        return Reply.of("HTTP/1.1 " + status + " X\r\nLocation: /else\r\nWWW-Authenticate: Basic realm=\"x\"\r\n"
                + (status == 204 ? "" : "Content-Length: 0\r\n") + "\r\n");
    }
}
