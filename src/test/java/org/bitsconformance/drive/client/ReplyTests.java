package org.bitsconformance.drive.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.OptionalLong;
import org.bitsconformance.drive.client.ScriptedServer.Then;
import org.bitsconformance.drive.transport.DrivingStopped;
import org.bitsconformance.drive.transport.Tap;
import org.bitsconformance.target.Budget;
import org.bitsconformance.target.Credentials;
import org.bitsconformance.target.ReadBackMode;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.Purpose;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTests {

    private static final ScriptedServer.Reply SESSION = ScriptedServer.Reply.ack(200, "BITS-Session-Id: {s1}");
    private static final ScriptedServer.Reply OK = ScriptedServer.Reply.ack(200);
    private static final ScriptedServer.Reply GONE = ScriptedServer.Reply.of(
                    "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
            .then(Then.CLOSE);
    private static final ScriptedServer.Reply WHOLE = ScriptedServer.Reply.of(
                    "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nabcd")
            .then(Then.CLOSE);

    @Test
    void is_fetched_over_its_own_connection() {
        try (ScriptedServer server = ScriptedServer.answering(SESSION, ack("/r/1"), WHOLE, OK);
                Bench bench = Bench.at(server);
                BitsClient client = bench.openCase("reply")) {
            Upload upload = uploaded(client);
            Answer answer = upload.reply().get();
            upload.close();

            assertThat(answer.body()).isEqualTo("abcd");
            assertThat(upload.replyUrl()).contains("/r/1");
            assertThat(upload.reply().ofTarget()).isTrue();
            assertThat(server.requests().get(2))
                    .isEqualTo("GET /r/1 HTTP/1.1\r\nHost: localhost:" + server.port()
                            + "\r\nAccept: */*\r\nAccept-Encoding: identity\r\nUser-Agent: suite/1.2 (reply)\r\n"
                            + "Connection: close\r\n\r\n");
            assertThat(bench.exchanges())
                    .extracting(Exchange::purpose, Exchange::session, Exchange::connection, Exchange::ending)
                    .endsWith(
                            tuple(Purpose.DOWNLOAD, 1, "c2", Ending.ANSWERED),
                            tuple(Purpose.CASE, 1, "c3", Ending.ANSWERED));
        }
    }

    @Test
    void may_be_on_the_target_under_another_host_name_which_the_record_notes() {
        ScriptedServer.Conduct naming = connection -> {
            String port = connection.read().replaceAll("(?s).*Host: localhost:(\\d+).*", "$1");
            connection.send(SESSION.text());
            connection.read();
            connection.send(ack("http://127.0.0.1:" + port + "/r/1").text());
        };
        ScriptedServer.Conduct serving = connection -> {
            connection.read();
            connection.send(WHOLE.text());
        };
        try (ScriptedServer server = ScriptedServer.conducting(naming, serving);
                Bench bench = Bench.at(
                        Bench.secretTarget(server.url(), ReadBackMode.NONE, new Credentials("user", "password")));
                BitsClient client = bench.openCase("reply")) {
            Reply reply = uploaded(client).reply();

            assertThat(reply.ofTarget()).isTrue();
            assertThat(reply.get().body()).isEqualTo("abcd");
            assertThat(server.requests().get(2))
                    .contains("\r\nHost: 127.0.0.1:" + server.port() + "\r\n", "\r\nAuthorization: Basic ");
            assertThat(bench.exchanges())
                    .extracting(exchange -> exchange.carriage().otherName())
                    .containsExactly(false, false, true);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 502})
    void answered_by_a_front_end_is_missing_but_not_gone(int status) {
        ScriptedServer.Reply page = ScriptedServer.Reply.of("HTTP/1.1 " + status + " No\r\nContent-Length: 0\r\n\r\n")
                .then(Then.CLOSE);
        try (ScriptedServer server = ScriptedServer.answering(SESSION, ack("/r/1"), page, OK);
                Bench bench = Bench.at(server);
                BitsClient client = bench.openCase("reply")) {
            Reply reply = uploaded(client).reply();
            DrivingStopped stopped = catchThrowableOfType(DrivingStopped.class, reply::lookUntilGone);

            assertThat(stopped)
                    .hasMessageStartingWith("the front end answered " + status + " to GET of the reply;")
                    .returns(CaseEnd.Ending.PREREQUISITE_MISSING, DrivingStopped::ending);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"BITS-Sessions\\Replies\\{1}\\r.bin", "/upload/BITS-Sessions/Replies/%7B1%7D/r.bin"})
    void is_fetched_from_the_place_that_windows_uses(String url) {
        try (ScriptedServer server = ScriptedServer.answering(SESSION, ack(url), WHOLE);
                Bench bench = Bench.at(server);
                BitsClient client = bench.openCase("reply")) {
            uploaded(client).reply().getWith("Range", "bytes=0-9");

            assertThat(server.requests().get(2))
                    .startsWith("GET /upload/BITS-Sessions/Replies/%7B1%7D/r.bin HTTP/1.1\r\n")
                    .endsWith("\r\nRange: bytes=0-9\r\n\r\n");
        }
    }

    @Test
    void notices_a_body_after_the_answer_to_head() {
        try (ScriptedServer server = ScriptedServer.answering(SESSION, ack("/r/1"), WHOLE);
                Bench bench = Bench.at(server);
                BitsClient client = bench.openCase("reply")) {
            Answer answer = uploaded(client).reply().head();

            assertThat(server.requests().get(2)).startsWith("HEAD /r/1 HTTP/1.1\r\n");
            assertThat(answer.body()).isEmpty();
            assertThat(answer.excess()).isEqualTo(4);
        }
    }

    @Test
    void does_not_wait_for_the_end_of_a_connection_that_stays_open() {
        try (ScriptedServer server = ScriptedServer.answering(SESSION, ack("/r/1"), WHOLE.then(Then.HANG));
                Bench bench = Bench.at(server);
                BitsClient client = bench.openCase("reply")) {
            assertThat(uploaded(client).reply().get().body()).isEqualTo("abcd");
            assertThat(last(bench).ending()).isEqualTo(Ending.ANSWERED);
        }
    }

    @Test
    void sends_credentials_and_header_fields_only_to_the_target() {
        Header own = new Header("X-Api-Key", "a-secret-key");
        try (ScriptedServer other = ScriptedServer.answering(WHOLE);
                ScriptedServer server = ScriptedServer.answering(
                        SESSION, ack("http://localhost:" + other.port() + "/r"), SESSION, ack("/r"), WHOLE);
                Bench bench = Bench.at(
                        Bench.secretTarget(server.url(), ReadBackMode.NONE, new Credentials("user", "password"), own));
                BitsClient client = bench.openCase("reply")) {
            Reply elsewhere = uploaded(client).reply();
            elsewhere.get();
            uploaded(client).reply().get();

            assertThat(elsewhere.ofTarget()).isFalse();
            assertThat(other.requests().get(0)).doesNotContain("Authorization", "X-Api-Key");
            assertThat(server.requests().get(4))
                    .startsWith("GET /r ")
                    .contains("\r\nAuthorization: Basic ", "\r\nX-Api-Key: a-secret-key\r\n");
            assertThat(last(bench).request().text()).contains("X-Api-Key: ***").doesNotContain("a-secret-key");
        }
    }

    @Test
    void stops_the_case_if_the_target_is_silent_but_alive() {
        try (ScriptedServer server = ScriptedServer.answering(
                        SESSION, ack("/r/1"), ScriptedServer.Reply.of("").then(Then.CLOSE), OK);
                Bench bench = Bench.at(server);
                BitsClient client = bench.openCase("reply")) {
            Reply reply = uploaded(client).reply();
            DrivingStopped stopped = catchThrowableOfType(DrivingStopped.class, reply::get);

            assertThat(stopped)
                    .hasMessage("there was no answer to GET of the reply")
                    .returns(CaseEnd.Ending.PREREQUISITE_MISSING, DrivingStopped::ending);
            assertThat(last(bench).purpose()).isEqualTo(Purpose.PROBE);
        }
    }

    @Test
    void blames_nobody_if_another_host_cannot_be_reached() {
        try (DeafPort nobody = DeafPort.any();
                ScriptedServer server =
                        ScriptedServer.answering(SESSION, ack("http://localhost:" + nobody.number() + "/r"), OK);
                Bench bench = Bench.at(server);
                BitsClient client = bench.openCase("reply")) {
            Reply reply = uploaded(client).reply();
            DrivingStopped stopped = catchThrowableOfType(DrivingStopped.class, reply::head);

            assertThat(stopped)
                    .hasMessage(
                            "there was no answer to the HEAD of the reply, which is on another host than the target")
                    .returns(CaseEnd.Ending.PREREQUISITE_MISSING, DrivingStopped::ending);
            assertThat(last(bench))
                    .returns(Purpose.DOWNLOAD, Exchange::purpose)
                    .returns(Ending.NOT_CONNECTED, Exchange::ending);
        }
    }

    @Test
    void is_looked_for_until_it_is_gone() {
        try (ScriptedServer server = ScriptedServer.answering(SESSION, ack("/r/1"), WHOLE, WHOLE, GONE);
                Bench bench = Bench.at(server);
                BitsClient client = bench.openCase("reply")) {
            assertThat(uploaded(client).reply().lookUntilGone()).isTrue();

            assertThat(bench.exchanges())
                    .filteredOn(exchange -> exchange.purpose() == Purpose.DOWNLOAD)
                    .hasSize(3);
        }
    }

    @Test
    void is_not_read_forever() {
        String endless = "HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(Tap.LONGEST_ANSWER + 1);
        try (ScriptedServer server = ScriptedServer.answering(SESSION, ack("/r/1"), ScriptedServer.Reply.of(endless));
                Bench bench = Bench.at(server);
                BitsClient client = bench.openCase("reply")) {
            Answer answer = uploaded(client).reply().get();

            assertThat(answer.complete()).isFalse();
            assertThat(last(bench))
                    .returns(Ending.TOO_LONG, Exchange::ending)
                    .returns(
                            (long) Tap.LONGEST_ANSWER,
                            exchange -> exchange.answer().length());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ftp://localhost/1", "C:\\replies\\1"})
    void there_is_none_without_a_usable_url(String url) {
        try (ScriptedServer server = ScriptedServer.answering(SESSION, ack(url));
                Bench bench = Bench.at(server);
                BitsClient client = bench.openCase("reply")) {
            Upload upload = uploaded(client);
            DrivingStopped stopped = catchThrowableOfType(DrivingStopped.class, upload::reply);

            assertThat(stopped.ending()).isEqualTo(CaseEnd.Ending.NOT_APPLICABLE);
        }
    }

    @Test
    void counts_towards_the_budget() {
        Budget three = new Budget(OptionalLong.of(3), OptionalLong.empty());
        try (ScriptedServer server = ScriptedServer.answering(SESSION, ack("/r/1"), WHOLE);
                Bench bench = Bench.at(server, three);
                BitsClient client = bench.openCase("reply")) {
            Reply reply = uploaded(client).reply();
            reply.get();
            DrivingStopped stopped = catchThrowableOfType(DrivingStopped.class, reply::get);

            assertThat(stopped).hasMessage("the plan's budget of 3 requests is used up");
        }
    }

    private static ScriptedServer.Reply ack(String url) {
        return ScriptedServer.Reply.ack(200, "BITS-Received-Content-Range: 10", "BITS-Reply-URL: " + url);
    }

    private static Upload uploaded(BitsClient client) {
        Upload upload = client.upload(10);
        upload.create();
        upload.fragment(0, 9);
        return upload;
    }

    private static Exchange last(Bench bench) {
        return bench.exchanges().get(bench.exchanges().size() - 1);
    }
}
