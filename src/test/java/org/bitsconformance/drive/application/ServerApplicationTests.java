package org.bitsconformance.drive.application;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.bitsconformance.transcript.Notification.Conduct;
import org.bitsconformance.transcript.http.Payload;
import org.bitsconformance.transcript.http.WireBytes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerApplicationTests {

    private static final int PATIENCE_MILLIS = 20_000;
    private static final Payload REPLY = new Payload(5, 1000);
    private static final String REQUEST = "POST /notify HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\n\r\nbody";

    /** What the application reported. */
    private record Heard(ReceivedRequest request, ApplicationAnswer answer, WireBytes bytes, long atNanos) {}

    /** Answers as a test wants. */
    private static final class Script implements Player {

        private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
        private volatile ApplicationAnswer answer = ApplicationAnswer.of(200);
        private volatile boolean complete;

        @Override
        public boolean isComplete(ReceivedRequest request) {
            return complete;
        }

        @Override
        public boolean hangsUp() {
            return answer.conduct() == Conduct.HUNG_UP;
        }

        @Override
        public ApplicationAnswer answerTo(ReceivedRequest request) {
            return answer;
        }

        @Override
        public void answering(ReceivedRequest request, ApplicationAnswer given, WireBytes bytes, long atNanos) {
            heard.add(new Heard(request, given, bytes, atNanos));
        }
    }

    private static final Script SCRIPT = new Script();
    private static ServerApplication application;

    @BeforeAll
    static void start() throws IOException {
        application = ServerApplication.start("127.0.0.1", 0, SCRIPT);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void answersAsTold() throws Exception {
        String answer =
                exchange(ApplicationAnswer.of(403).copying("").replying(REPLY).replyingAt("http://h/reply"), REQUEST);

        assertThat(answer)
                .startsWith("HTTP/1.1 403 Forbidden\r\n")
                .containsIgnoringCase("\r\nBITS-Copy-File-To-Destination:")
                .containsIgnoringCase("\r\nBITS-Static-Response-URL: http://h/reply\r\n")
                .containsIgnoringCase("\r\nContent-Length: 1000\r\n")
                .containsIgnoringCase("\r\nConnection: close\r\n")
                .endsWith("\r\n\r\n" + new String(REPLY.range(0, 1000), ISO_8859_1));
        assertThat(heard().bytes().text()).isEqualTo(answer);
    }

    @Test
    void leavesOutAReplyThatGoesIntoAFile() throws Exception {
        assertThat(exchange(ApplicationAnswer.of(200).replying(REPLY).inFile(), REQUEST))
                .startsWith("HTTP/1.1 200 OK\r\n")
                .endsWith("\r\n\r\n");
        heard();
    }

    @Test
    void answersAfterAWhile() throws Exception {
        exchange(ApplicationAnswer.of(200).after(Duration.ofMillis(60)), REQUEST);
        Heard heard = heard();

        assertThat(heard.atNanos() - heard.request().receivedNanos()).isGreaterThanOrEqualTo(60_000_000L);
    }

    @Test
    void answersInHttp10() throws Exception {
        assertThat(exchange(ApplicationAnswer.of(200).by(Conduct.OLD_HTTP), REQUEST))
                .startsWith("HTTP/1.0 200 OK\r\n");
        heard();
    }

    @Test
    void breaksOffInTheBody() throws Exception {
        assertThat(exchange(ApplicationAnswer.of(200).replying(REPLY).by(Conduct.CUT_SHORT), REQUEST))
                .containsIgnoringCase("\r\nContent-Length: 1000\r\n")
                .endsWith("\r\n\r\n" + new String(REPLY.range(0, 500), ISO_8859_1));
        heard();
    }

    @Test
    void sendsSomethingThatIsNotHttp() throws Exception {
        assertThat(exchange(ApplicationAnswer.of(200).by(Conduct.NOT_HTTP), REQUEST))
                .isEqualTo("220 mail.example ESMTP\r\n");
        heard();
    }

    @Test
    void closesInsteadOfAnAnswer() throws Exception {
        assertThat(exchange(ApplicationAnswer.of(200).by(Conduct.CLOSED), REQUEST))
                .isEmpty();
        assertThat(heard().bytes().isEmpty()).isTrue();
    }

    @Test
    void resetsInsteadOfAnAnswer() throws Exception {
        assertThatExceptionOfType(SocketException.class)
                .isThrownBy(() -> exchange(ApplicationAnswer.of(200).by(Conduct.RESET), REQUEST));
        assertThat(heard().request().whole()).isTrue();
    }

    @Test
    void hangsUpBeforeItReads() throws Exception {
        SCRIPT.answer = ApplicationAnswer.of(200).by(Conduct.HUNG_UP);
        try (Socket socket = connect()) {
            assertThatIOException().isThrownBy(() -> {
                if (socket.getInputStream().read() < 0) {
                    throw new IOException("ended");
                }
            });
        }
        Heard heard = heard();

        assertThat(heard.request().bytes().isEmpty()).isTrue();
        assertThat(heard.request().head()).isEmpty();
        assertThat(heard.request().whole()).isFalse();
        assertThat(heard.answer().conduct()).isEqualTo(Conduct.HUNG_UP);
    }

    @Test
    void isSilentUntilTheServerEndsTheConnection() throws Exception {
        SCRIPT.answer = ApplicationAnswer.of(200).by(Conduct.SILENT);
        try (Socket socket = connect()) {
            send(socket, REQUEST);
            assertThat(heard().answer().conduct()).isEqualTo(Conduct.SILENT);
            assertThat(socket.getInputStream().available()).isZero();
            socket.shutdownOutput();
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void readsARequestToItsEnd() throws Exception {
        exchange(ApplicationAnswer.of(200), REQUEST);
        ReceivedRequest request = heard().request();

        assertThat(request.bytes().text()).isEqualTo(REQUEST);
        assertThat(request.head()).endsWith("\r\nContent-Length: 4");
        assertThat(request.body()).hasContent("body");
        assertThat(request.bodyLength()).isEqualTo(4);
        assertThat(request.whole()).isTrue();
        assertThat(request.receivedNanos()).isGreaterThanOrEqualTo(request.openedNanos());
    }

    @Test
    void countsBytesAfterTheStatedLength() throws Exception {
        assertThat(exchange(ApplicationAnswer.of(200), REQUEST + "more")).startsWith("HTTP/1.1 200");

        ReceivedRequest request = heard().request();
        assertThat(request.whole()).isTrue();
        assertThat(request.bodyLength()).isEqualTo(8);
        assertThat(request.body()).hasContent("bodymore");
    }

    @Test
    void countsItThoughTheRequestHasAllThatItShouldHave() throws Exception {
        SCRIPT.complete = true;
        try {
            exchange(ApplicationAnswer.of(200), REQUEST + "more");
            assertThat(heard().request().bodyLength()).isEqualTo(8);
        } finally {
            SCRIPT.complete = false;
        }
    }

    /** The quickest of several, since a machine may be busy: any request that is waited for takes 50 ms. */
    @Test
    void waitsForNothingMoreOnceARequestHasAllThatItShouldHave() throws Exception {
        SCRIPT.complete = true;
        try {
            long quickest = Long.MAX_VALUE;
            for (int i = 0; i < 10; i++) {
                exchange(ApplicationAnswer.of(200), REQUEST);
                Heard heard = heard();
                quickest = Math.min(quickest, heard.atNanos() - heard.request().receivedNanos());
            }
            assertThat(quickest).isLessThan(50_000_000L);
        } finally {
            SCRIPT.complete = false;
        }
    }

    @Test
    void doesNotMistakeTheNextRequestForTheRestOfTheBody() throws Exception {
        assertThat(exchange(ApplicationAnswer.of(200), REQUEST + REQUEST)).startsWith("HTTP/1.1 200");

        assertThat(heard().request().bodyLength()).isEqualTo(4);
    }

    @Test
    void readsAHeaderWhoseLinesEndWithoutACarriageReturn() throws Exception {
        assertThat(exchange(ApplicationAnswer.of(200), REQUEST.replace("\r", "")))
                .startsWith("HTTP/1.1 200");

        ReceivedRequest request = heard().request();
        assertThat(request.head()).isEqualTo("POST /notify HTTP/1.1\nHost: h\nContent-Length: 4");
        assertThat(request.bodyLength()).isEqualTo(4);
    }

    @Test
    void readsARequestWithoutABody() throws Exception {
        exchange(ApplicationAnswer.of(200), "POST /notify HTTP/1.1\r\nHost: h\r\n\r\n");
        ReceivedRequest request = heard().request();

        assertThat(request.whole()).isTrue();
        assertThat(request.bodyLength()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Checked: yes\r\n"})
    void readsABodyInChunks(String trailer) throws Exception {
        String head = "POST /notify HTTP/1.1\r\nTransfer-Encoding: Chunked\r\n\r\n";
        exchange(ApplicationAnswer.of(200), head + "3;a=b\r\nabc\r\n0a\r\n0123456789\r\n0\r\n" + trailer + "\r\n");
        ReceivedRequest request = heard().request();

        assertThat(request.body()).hasContent("abc0123456789");
        assertThat(request.bodyLength()).isEqualTo(13);
        assertThat(request.whole()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x\r\n", "-1\r\n", "3\r\nabcd\r\n0\r\n\r\n", "\r\n"})
    void treatsMalformedChunksAsTheEnd(String chunks) throws Exception {
        exchange(ApplicationAnswer.of(200), "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks);

        assertThat(heard().request().whole()).isFalse();
    }

    @Test
    void answersAnExpectationBeforeTheBody() throws Exception {
        SCRIPT.answer = ApplicationAnswer.of(200);
        try (Socket socket = connect()) {
            send(socket, "POST /notify HTTP/1.1\r\nContent-Length: 4\r\nExpect: 100-Continue\r\n\r\n");
            assertThat(new String(socket.getInputStream().readNBytes(25), ISO_8859_1))
                    .isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
            send(socket, "body");
            assertThat(rest(socket)).startsWith("HTTP/1.1 200 OK\r\n");
        }
        assertThat(heard().request().body()).hasContent("body");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST /notify HTTP/1.1\r\nHost", "POST / HTTP/1.1\r\nContent-Length: 9\r\n\r\nfive"})
    void keepsWhatArrivedOfARequestThatBreaksOff(String text) throws Exception {
        SCRIPT.answer = ApplicationAnswer.of(200);
        try (Socket socket = connect()) {
            send(socket, text);
            socket.shutdownOutput();
            rest(socket);
        }
        ReceivedRequest request = heard().request();

        assertThat(request.bytes().text()).isEqualTo(text);
        assertThat(request.whole()).isFalse();
        assertThat(request.bodyLength()).isEqualTo(text.endsWith("five") ? 4 : 0);
    }

    @Test
    void aConnectionWithoutARequestIsNotARequest() throws Exception {
        SCRIPT.answer = ApplicationAnswer.of(200);
        try (Socket socket = connect()) {
            socket.shutdownOutput();
            assertThat(rest(socket)).isEmpty();
        }
        exchange(ApplicationAnswer.of(201), REQUEST);

        assertThat(heard().answer().status()).isEqualTo(201);
    }

    @Test
    void readsNoHeaderOfOver64KiB() throws Exception {
        SCRIPT.answer = ApplicationAnswer.of(200);
        try (Socket socket = connect()) {
            send(socket, "POST / HTTP/1.1\r\nX: " + "x".repeat((64 << 10) - 20));
            Heard heard = heard();

            assertThat(heard.request().bytes().length()).isEqualTo(64 << 10);
            assertThat(heard.request().whole()).isFalse();
        }
    }

    @Test
    void keepsTheBeginningOfALongBodyForTheRecord() throws Exception {
        String body = "x".repeat(100_000);
        String head = "POST / HTTP/1.1\r\nContent-Length: 100000\r\n\r\n";
        exchange(ApplicationAnswer.of(200), head + body);
        ReceivedRequest request = heard().request();

        assertThat(request.bytes().text()).isEqualTo(head + body.substring(0, 1024));
        assertThat(request.bytes().length()).isEqualTo(head.length() + 100_000);
        assertThat(request.body()).hasContent(body);
        assertThat(request.keptLength()).isEqualTo(100_000);
    }

    @Test
    void countsTheBytesOfABodyThatIsKeptOnlyInPart() throws Exception {
        long length = RequestBytes.LONGEST_BODY + 5L;
        SCRIPT.answer = ApplicationAnswer.of(200);
        try (Socket socket = connect()) {
            send(socket, "POST / HTTP/1.1\r\nContent-Length: " + length + "\r\n\r\n");
            byte[] block = new byte[1 << 20];
            for (long left = length; left > 0; left -= block.length) {
                socket.getOutputStream().write(block, 0, (int) Math.min(left, block.length));
            }
            rest(socket);
        }
        ReceivedRequest request = heard().request();

        assertThat(request.whole()).isTrue();
        assertThat(request.bodyLength()).isEqualTo(length);
        assertThat(request.keptLength()).isEqualTo(RequestBytes.LONGEST_BODY);
    }

    @Test
    void closingEndsEveryConnection() throws Exception {
        SCRIPT.answer = ApplicationAnswer.of(200).by(Conduct.SILENT);
        ServerApplication other = ServerApplication.start("127.0.0.1", 0, SCRIPT);
        int port = other.port();
        try (Socket waiting = new Socket(InetAddress.getLoopbackAddress(), port)) {
            waiting.setSoTimeout(PATIENCE_MILLIS);
            send(waiting, REQUEST);
            heard();
            other.close();

            assertThat(waiting.getInputStream().read()).isEqualTo(-1);
        }
        assertThatExceptionOfType(ConnectException.class)
                .isThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close());
    }

    @Test
    void startsOnlyOnThisMachine() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatIOException()
                    .isThrownBy(() -> ServerApplication.start(
                                    InetAddress.getLoopbackAddress().getHostAddress(), taken.getLocalPort(), SCRIPT)
                            .close());
        }
        assertThatIOException()
                .isThrownBy(
                        () -> ServerApplication.start("192.0.2.1", 0, SCRIPT).close());
    }

    private static String exchange(ApplicationAnswer answer, String request) throws IOException {
        SCRIPT.answer = answer;
        try (Socket socket = connect()) {
            send(socket, request);
            return rest(socket);
        }
    }

    private static Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), application.port());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
        socket.getOutputStream().flush();
    }

    private static String rest(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }

    private static Heard heard() throws InterruptedException {
        Heard heard = SCRIPT.heard.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        assertThat(heard).isNotNull();
        return heard;
    }
}
