package org.bitsconformance.drive.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bitsconformance.drive.application.ApplicationAnswer;
import org.bitsconformance.drive.application.ReceivedRequest;
import org.bitsconformance.drive.application.Requests;
import org.bitsconformance.drive.client.ApplicationStub.About;
import org.bitsconformance.drive.client.ApplicationStub.Part;
import org.bitsconformance.drive.transport.Recorder;
import org.bitsconformance.target.NotificationSettings;
import org.bitsconformance.target.TargetException;
import org.bitsconformance.transcript.Event;
import org.bitsconformance.transcript.Notification;
import org.bitsconformance.transcript.Notification.Conduct;
import org.bitsconformance.transcript.http.Payload;
import org.bitsconformance.transcript.http.WireBytes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ApplicationStubTests {

    private static final List<Event> EVENTS = new CopyOnWriteArrayList<>();
    private static final Payload UPLOAD = new Payload(3, 100);

    private static ApplicationStub stub;

    private final Part one = stub.open("one");

    @BeforeAll
    static void start() {
        stub = stub(0, Optional.empty());
    }

    @AfterAll
    static void stop() {
        stub.close();
    }

    @AfterEach
    void forget() {
        stub.forget(one);
        EVENTS.clear();
    }

    @Test
    void aNotificationBelongsToTheUploadThatItNames() {
        Part two = stub.open("two");
        one.expect(new About(1, "u1", UPLOAD), false);
        one.expect(new About(2, "u10", UPLOAD), false);
        two.expect(new About(3, "u100", UPLOAD), false);
        two.expect(new About(4, "u2", UPLOAD), false);

        assertThat(heard("u10"))
                .extracting(Notification::caseId, Notification::session)
                .containsExactly("one", 2);
        assertThat(heard("u1"))
                .extracting(Notification::caseId, Notification::session)
                .containsExactly("one", 1);
        assertThat(heard("u100"))
                .extracting(Notification::caseId, Notification::session)
                .containsExactly("two", 3);
        assertThat(heard("other"))
                .extracting(Notification::caseId, Notification::session)
                .containsExactly("", 0);
        stub.forget(two);
    }

    @Test
    void aNotificationIsCompleteWithTheWholeUploadThatItNames() {
        one.expect(new About(1, "u1", UPLOAD), true);
        String whole = new String(UPLOAD.range(0, 100), ISO_8859_1);

        assertThat(stub.isComplete(Requests.of(request("u1", whole)))).isTrue();
        assertThat(stub.isComplete(Requests.of(request("u1", whole.substring(1)))))
                .isFalse();
        assertThat(stub.isComplete(Requests.of(request("other", "")))).isFalse();
    }

    @Test
    void aConnectionThatIsResetBelongsToTheCaseThatSendsAlone() {
        Part two = stub.open("two");
        two.answers(ApplicationAnswer.of(200).by(Conduct.HUNG_UP));
        two.expect(new About(2, "u2", UPLOAD), false);
        assertThat(stub.hangsUp()).as("nothing of it is under way").isFalse();

        two.expect(new About(2, "u2", UPLOAD), true);
        assertThat(stub.hangsUp()).isTrue();
        assertThat(sent(Requests.nothing()).caseId()).isEqualTo("two");

        two.answered();
        assertThat(stub.hangsUp()).isFalse();
        stub.forget(two);
    }

    @Test
    void aLastByteWaitsWhileAnotherCaseSendsAlone() throws Exception {
        Part two = stub.open("two");
        two.answers(ApplicationAnswer.of(200).by(Conduct.HUNG_UP));
        two.expect(new About(2, "u2", UPLOAD), true);

        CompletableFuture<Void> waiting =
                CompletableFuture.runAsync(() -> one.expect(new About(1, "u1", UPLOAD), true));
        assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> waiting.get(50, TimeUnit.MILLISECONDS));

        two.answered();
        waiting.get(20, TimeUnit.SECONDS);
        assertThat(heard("u1").caseId()).isEqualTo("one");
        stub.forget(two);
    }

    @Test
    void aCaseThatHasToSendAloneWaitsForTheLastBytesOfOthers() throws Exception {
        Part two = stub.open("two");
        two.answers(ApplicationAnswer.of(200).by(Conduct.HUNG_UP));
        one.expect(new About(1, "u1", UPLOAD), true);

        CompletableFuture<Void> waiting =
                CompletableFuture.runAsync(() -> two.expect(new About(2, "u2", UPLOAD), true));
        assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> waiting.get(50, TimeUnit.MILLISECONDS));
        assertThat(stub.hangsUp()).isFalse();

        one.answered();
        waiting.get(20, TimeUnit.SECONDS);
        assertThat(stub.hangsUp()).isTrue();
        stub.forget(two);
    }

    @Test
    void aNotificationThatNamesNoUploadBelongsToTheLastOneOfTheOnlyCase() {
        assertThat(heard("other").caseId()).isEmpty();

        one.expect(new About(1, "u1", UPLOAD), false);
        one.expect(new About(2, "u2", UPLOAD), false);

        assertThat(heard("other").session()).isEqualTo(2);

        one.expect(new About(1, "u1", UPLOAD), false);

        assertThat(heard("other").session()).isEqualTo(1);
    }

    @Test
    void aNotificationThatNamesAFinishedUploadBelongsToTheOneWhoseLastByteIsInTransit() {
        Part before = stub.open("before");
        before.expect(new About(7, "done-1", UPLOAD), true);
        before.expect(new About(8, "failed-1", UPLOAD), true);
        assertThat(heard("done-1").session()).isEqualTo(7);
        stub.forget(before);

        one.expect(new About(2, "own", UPLOAD), false);
        assertThat(heard("done-1").caseId()).isEmpty();

        one.expect(new About(2, "own", UPLOAD), true);
        assertThat(heard("done-1").session()).isEqualTo(2);
        assertThat(heard("failed-1").caseId()).as("it may come late").isEmpty();
        assertThat(sent(request("failed-1", new String(UPLOAD.range(0, 100), ISO_8859_1)))
                        .session())
                .as("it has the bytes of the other")
                .isEqualTo(2);
        assertThat(sent(request("done-1", "other bytes")).caseId()).isEmpty();

        one.answered();
        assertThat(heard("done-1").caseId()).isEmpty();
    }

    @Test
    void aNotificationThatNamesAPartOfANameBelongsToTheOnlyCase() {
        one.expect(new About(2, "u-12", UPLOAD), false);

        assertThat(heard("u-1").session()).isEqualTo(2);
    }

    @Test
    void aNotificationOfAUrlWithTwoSessionsBelongsToTheOneThatWasSentToLast() {
        one.expect(new About(1, "u1", UPLOAD), false);
        one.expect(new About(2, "u1", new Payload(4, 100)), false);
        one.expect(new About(1, "u1", UPLOAD), false);

        assertThat(heard("u1").session()).isEqualTo(1);
    }

    @Test
    void aNotificationOfAUrlWithTwoSessionsBelongsToTheOneWhoseBytesItHas() {
        one.expect(new About(1, "u1", UPLOAD), false);
        one.expect(new About(2, "u1", new Payload(4, 100)), false);

        assertThat(sent(request("u1", new String(UPLOAD.range(0, 100), ISO_8859_1)))
                        .session())
                .isEqualTo(1);
        assertThat(sent(request("u1", "other bytes")).session()).isEqualTo(2);
    }

    @Test
    void theBodyIsComparedWithTheUpload() {
        one.expect(new About(1, "u1", UPLOAD), false);
        String bytes = new String(UPLOAD.range(0, 100), ISO_8859_1);

        assertThat(sent(request("u1", bytes)).bodyDifference()).isEmpty();
        assertThat(sent(request("u1", bytes)).bodyLength()).isEqualTo(100);
        assertThat(sent(request("u1", bytes.substring(0, 60))).bodyDifference()).hasValue(60);
        assertThat(sent(request("u1", bytes + "x")).bodyDifference()).hasValue(100);
        assertThat(sent(request("u1", "\u0000" + bytes.substring(1))).bodyDifference())
                .hasValue(0);
    }

    @Test
    void aBodyThatIsKeptInPartIsComparedAsFarAsItIsKept() {
        one.expect(new About(1, "u1", UPLOAD), false);
        String begun = request("u1", new String(UPLOAD.range(0, 60), ISO_8859_1));

        assertThat(sent(Requests.longerBy(40, begun)).bodyDifference()).isEmpty();
        assertThat(sent(Requests.longerBy(40, begun)).bodyLength()).isEqualTo(100);
        assertThat(sent(Requests.longerBy(39, begun)).bodyDifference()).hasValue(99);
        assertThat(sent(Requests.longerBy(41, begun)).bodyDifference()).hasValue(100);
    }

    @Test
    void aCaseDecidesWhatIsAnswered() {
        ReceivedRequest request = Requests.of(request("u1", ""));
        one.expect(new About(1, "u1", UPLOAD), false);
        one.answers(ApplicationAnswer.of(403));

        assertThat(stub.answerTo(request).status()).isEqualTo(403);
        assertThat(stub.hangsUp()).isFalse();
        one.answers(ApplicationAnswer.of(200).by(Conduct.HUNG_UP));
        assertThat(stub.hangsUp()).isTrue();
        stub.forget(one);
        assertThat(stub.hangsUp()).isFalse();
        assertThat(stub.answerTo(request).status()).isEqualTo(200);
    }

    @Test
    void aReplyAtItsOwnUrlIsServedWhateverACaseWants() {
        one.expect(new About(1, "u1", UPLOAD), false);
        one.answers(ApplicationAnswer.of(500));

        ApplicationAnswer answer =
                stub.answerTo(Requests.of("GET " + Notification.STATIC_FOLDER + "u1 HTTP/1.1\r\n\r\n"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.reply()).isPresent();
    }

    @Test
    void waitsForEnoughNotificationsOrForAWhile() {
        one.expect(new About(1, "u1", UPLOAD), false);
        heard("u1");

        assertThat(one.heard()).isEqualTo(1);
        one.await(0, Duration.ofMinutes(1));
        one.await(1, Duration.ofMillis(1));
        stub.forget(one);
        one.await(1, Duration.ofMinutes(1));
    }

    @Test
    void aReplyUrlIsUniqueWhateverItsLength() {
        Application application = new Application(stub, one);
        try (Bench bench = Bench.at(Bench.target("http://server.example/{name}"))) {
            Upload upload = bench.openCase("case").upload(10);

            assertThat(application.replyUrl(upload, 0))
                    .isEqualTo("http://127.0.0.1:" + stub.url().getPort() + "/bits-static/" + upload.name());
            assertThat(application.replyUrl(upload, 2200)).hasSize(2201);
        }
    }

    @Test
    void putsBracketsAroundAnIpv6Address() {
        NotificationSettings setup = new NotificationSettings(
                "[::1]:0", Optional.empty(), NotificationSettings.Type.VALUE, Optional.empty(), Optional.empty());
        try (ApplicationStub stub =
                new ApplicationStub(setup, new Recorder(Bench.target("http://server.example/"), EVENTS::add))) {
            assertThat(stub.url().getHost()).isEqualTo("[::1]");
        } catch (TargetException e) {
            Assumptions.abort("this machine has no IPv6: " + e.getMessage());
        }
    }

    @Test
    void reportsAnAddressOnWhichItCannotListen() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatExceptionOfType(TargetException.class)
                    .isThrownBy(
                            () -> stub(taken.getLocalPort(), Optional.empty()).close())
                    .withMessageMatching("the server application cannot listen on 127\\.0\\.0\\.1:\\d+: .+");
        }
    }

    @Test
    void expectsNotificationsWhereItListensByDefault() {
        assertThat(stub.url().toString()).matches("http://127\\.0\\.0\\.1:\\d+/notify");
        try (ApplicationStub other = stub(0, Optional.of(URI.create("http://front.example/app")))) {
            assertThat(other.url()).hasToString("http://front.example/app");
        }
    }

    private static ApplicationStub stub(int port, Optional<URI> url) {
        return new ApplicationStub(
                new NotificationSettings(
                        "127.0.0.1:" + port, url, NotificationSettings.Type.VALUE, Optional.empty(), Optional.empty()),
                new Recorder(Bench.target("http://server.example/"), EVENTS::add));
    }

    private static String request(String name, String body) {
        return "POST /notify HTTP/1.1\r\nBITS-Original-Request-URL: http://server.example/" + name + "\r\n\r\n" + body;
    }

    private static Notification heard(String name) {
        return sent(request(name, ""));
    }

    private static Notification sent(String request) {
        return sent(Requests.of(request));
    }

    private static Notification sent(ReceivedRequest request) {
        stub.answering(request, stub.answerTo(request), WireBytes.NONE, System.nanoTime());
        return (Notification) EVENTS.get(EVENTS.size() - 1);
    }
}
