package org.bitsconformance.innocent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.bitsconformance.cli.InProcess;
import org.bitsconformance.drive.client.ScriptedServer;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.reference.ReferenceOptions;
import org.bitsconformance.reference.ReferenceServer;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.result.RunVerdict;
import org.bitsconformance.result.Verdict;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A conformant server behind a proxy that answers some packets itself: nothing is broken, and the report says what is
 * missing.
 */
class BehindFrontEndTests {

    private static final String PASSED_ON = "";

    @TempDir
    Path folder;

    @Test
    void a_proxy_that_asks_for_a_retry_hides_nothing() {
        AtomicInteger requests = new AtomicInteger();

        RunResult result =
                run(request -> requests.incrementAndGet() % 5 == 0 ? page("503 Busy", "Retry-After: 0") : PASSED_ON);

        assertThat(result.verdict()).as(result.reason()).isEqualTo(RunVerdict.CONFORMANT);
        assertThat(result.caseCounts().get(Verdict.INCOMPLETE)).isZero();
    }

    @Test
    void a_proxy_that_limits_requests_leaves_the_case_incomplete_with_advice() {
        RunResult result = run(request -> is(request, "Close-Session") ? page("429 Slow", "X: 1") : PASSED_ON);

        assertThat(result.verdict()).isEqualTo(RunVerdict.INCOMPLETE);
        assertThat(result.reason())
                .contains(": the front end answered 429 to Close-Session;"
                        + " slow down: parallel: 1 in the target file, a budget in the plan");
        assertThat(result.broken()).isEmpty();
    }

    @Test
    void the_report_counts_how_a_proxy_answers_for_dropped_connections() {
        RunResult result = run(request -> is(request, "Cancel-Session") ? page("502 Bad", "X: 1") : PASSED_ON);

        String notice =
                "packets were answered 502 by a front end where an Ack was expected: the server may drop connections";
        assertThat(result.broken()).isEmpty();
        assertThat(result.verdict()).isEqualTo(RunVerdict.INCOMPLETE);
        assertThat(result.judgement().notJudged()).anyMatch(line -> line.matches("\\d+ " + notice));
        assertThat(result.verdictLine()).contains(notice);
        assertThat(result.reason())
                .contains("the front end answered 502 to Cancel-Session;"
                        + " the proxy answers, the server behind it does not, though it answered a Ping right after");
    }

    @Tag("long")
    @Test
    void an_ack_with_such_a_status_is_the_servers_own_and_is_judged() {
        RunResult result =
                run(request -> is(request, "Close-Session") ? page("503 Busy", "BITS-Packet-Type: Ack") : PASSED_ON);

        assertThat(result.verdict()).isEqualTo(RunVerdict.NONCONFORMANT);
        assertThat(result.broken())
                .extracting(broken -> broken.requirement().id())
                .contains("close-session.status");
        assertThat(result.judgement().notJudged()).noneMatch(line -> line.contains("front end"));
    }

    /** Drives scenarios with and without sessions, through a proxy with its own answer to some requests. */
    private RunResult run(Function<String, String> answers) {
        try (ReferenceServer server = ReferenceServer.start(ReferenceOptions.conformant(Document.MC_BUP));
                ScriptedServer proxy = ScriptedServer.conducting(connection -> {
                    String request = connection.read();
                    if (!request.isEmpty()) {
                        String own = answers.apply(request);
                        connection.send(own.isEmpty() ? forwarded(request, server.port()) : own);
                    }
                })) {
            return InProcess.run(InProcess.request(
                    proxy.url(), folder, "only", "ping,close-session,cancel-session,upload-in-fragments"));
        }
    }

    private static String forwarded(String request, int port) throws IOException {
        try (Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
            server.getOutputStream()
                    .write(request.replaceFirst("\r\n", "\r\nConnection: close\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            return new String(server.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private static boolean is(String request, String packet) {
        return request.contains("BITS-Packet-Type: " + packet);
    }

    private static String page(String status, String field) {
        return "HTTP/1.1 " + status + "\r\nContent-Length: 0\r\nConnection: close\r\n" + field + "\r\n\r\n";
    }
}
