package org.bitsconformance.drive.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.bitsconformance.drive.client.ScriptedServer.Reply;
import org.bitsconformance.target.Credentials;
import org.bitsconformance.target.ReadBackMode;
import org.bitsconformance.target.RequestSettings;
import org.bitsconformance.target.Target;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Purpose;
import org.bitsconformance.transcript.http.Header;
import org.junit.jupiter.api.Test;

class SentRequestTests {

    /** One to find the server, and one for each probe. */
    private static final int REQUESTS_OF_PREFLIGHT = 7;

    private static final Reply OK = Reply.ack(200);

    @Test
    void namesSuiteVersionAndCase() {
        try (ScriptedServer server = ScriptedServer.answering(OK);
                Bench bench = Bench.at(server);
                BitsClient client = bench.openCase("ping.plain")) {
            client.ping();

            assertThat(server.requests().get(0)).contains("\r\nUser-Agent: suite/1.2 (ping.plain)\r\n");
            assertThat(bench.exchanges())
                    .extracting(Exchange::id, Exchange::caseId, Exchange::purpose, Exchange::session, Exchange::attempt)
                    .containsExactly(tuple("x1", "ping.plain", Purpose.CASE, 0, 1));
        }
    }

    @Test
    void sendsPostWithTheMethodOverride() {
        Function<String, Target> overriding =
                url -> Bench.target(url).with(new RequestSettings(List.of(), true, Duration.ofSeconds(10)));
        try (ScriptedServer server = ScriptedServer.answering(OK);
                Bench bench = Bench.at(overriding.apply(server.url()));
                BitsClient client = bench.openCase("ping")) {
            client.ping();
            bench.link().preflight();

            assertThat(server.requests())
                    .hasSize(1 + REQUESTS_OF_PREFLIGHT)
                    .allSatisfy(request -> assertThat(request)
                            .startsWith("POST /upload/bits-")
                            .contains("\r\nX-HTTP-Method-Override: BITS_POST\r\n"));
        }
    }

    @Test
    void sendsExtraHeadersAndCredentials() {
        try (ScriptedServer server = ScriptedServer.answering(OK);
                Bench bench = Bench.at(Bench.secretTarget(
                        server.url(),
                        ReadBackMode.NONE,
                        new Credentials("Aladdin", "open sesame"),
                        new Header("X-Tenant", "blue"),
                        new Header("X-Tenant", "green")));
                BitsClient client = bench.openCase("ping")) {
            client.ping();
            bench.link().preflight();

            assertThat(server.requests())
                    .hasSize(1 + REQUESTS_OF_PREFLIGHT)
                    .allSatisfy(request -> assertThat(request)
                            .contains("\r\nAuthorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==\r\n")
                            .contains("\r\nX-Tenant: blue\r\n")
                            .contains("\r\nX-Tenant: green\r\n"));
        }
    }

    @Test
    void extraHeadersReplaceTheSuitesOwn() {
        try (ScriptedServer server = ScriptedServer.answering(OK);
                Bench bench = Bench.at(Bench.secretTarget(
                        server.url(),
                        ReadBackMode.NONE,
                        new Credentials("u", "p"),
                        new Header("user-agent", "Microsoft BITS/7.8"),
                        new Header("Accept", "text/plain"),
                        new Header("Host", "upload.example"),
                        new Header("Content-Type", "application/octet-stream"),
                        new Header("Authorization", "Bearer abc")));
                BitsClient client = bench.openCase("ping")) {
            client.ping();
            bench.link().preflight();

            assertThat(server.requests()).hasSize(1 + REQUESTS_OF_PREFLIGHT).allSatisfy(request -> {
                for (String name : List.of("user-agent", "accept", "host", "content-type", "authorization")) {
                    assertThat(request.lines()
                                    .filter(line ->
                                            line.toLowerCase(Locale.ROOT).startsWith(name + ":")))
                            .as(name)
                            .hasSize(1);
                }
                assertThat(request)
                        .contains("\r\nAccept: text/plain\r\n")
                        .contains("\r\nHost: upload.example\r\n")
                        .contains("\r\nAuthorization: Bearer abc\r\n");
            });
        }
    }

    @Test
    void keepsTheQueryAndTheEscapesOfTheUrl() {
        try (ScriptedServer server = ScriptedServer.answering(OK);
                Bench bench = Bench.at(
                        Bench.target(server.url().replace("/upload/", "/a%20b/%7Bc%7D/{name}?sv=1%2F2&x=y+z")));
                BitsClient client = bench.openCase("ping")) {
            client.ping();
            bench.link().preflight();

            assertThat(server.requests())
                    .hasSize(1 + REQUESTS_OF_PREFLIGHT)
                    .allSatisfy(request -> assertThat(request)
                            .matches("(?s)BITS_POST"
                                    + " /a%20b/%7Bc%7D/bits-[0-9a-f]{8}-probe\\.bin\\?sv=1%2F2&x=y\\+z"
                                    + " HTTP/1\\.1\r\n"
                                    + ".*"));
        }
    }
}
