package org.bitsconformance.drive.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.OptionalLong;
import org.bitsconformance.drive.client.ScriptedServer.Conduct;
import org.bitsconformance.drive.client.ScriptedServer.Reply;
import org.bitsconformance.drive.transport.CutOff;
import org.bitsconformance.drive.transport.DrivingStopped;
import org.bitsconformance.drive.transport.Pacing;
import org.bitsconformance.target.Budget;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What driving does when a front end answers instead of the server. */
class FrontEndAnswerTests {

    private static final Reply SESSION = Reply.ack(200, "BITS-Session-Id: {s1}");
    private static final Reply OK = Reply.ack(200);
    private static final String ASKS_TO_SLOW_DOWN = "; slow down: parallel: 1 in the target file, a budget in the plan";
    private static final String NOT_REACHED = "; the proxy answers, the server behind it does not";

    @Test
    void a_packet_is_repeated_after_the_time_that_the_front_end_asks_for() {
        try (ScriptedServer server = ScriptedServer.answering(page(503, "Retry-After: 0"), SESSION, OK);
                Bench bench = Bench.at(server);
                BitsClient client = bench.openCase("case")) {
            client.upload(1).create();

            assertThat(bench.exchanges())
                    .extracting(Exchange::session, Exchange::attempt)
                    .containsExactly(tuple(1, 1), tuple(1, 2));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void so_is_one_by_raw_socket_or_in_pieces(boolean raw) {
        try (ScriptedServer server = ScriptedServer.answering(page(429, "Retry-After: 0"), OK);
                Bench bench = Bench.at(server);
                BitsClient client = bench.openCase("case")) {
            Outgoing ping = client.pinging();
            int status = raw
                    ? ping.raw().send().orElseThrow().status()
                    : ping.send(new Pacing(1000, 1000, Duration.ZERO)).status();

            assertThat(status).isEqualTo(200);
            assertThat(bench.exchanges()).extracting(Exchange::attempt).containsExactly(1, 2);
        }
    }

    @Test
    void so_is_one_whose_connection_was_half_closed_after_it() {
        try (ScriptedServer server = ScriptedServer.answering(SESSION, page(503, "Retry-After: 0"), OK);
                Bench bench = Bench.at(server);
                BitsClient client = bench.openCase("case")) {
            Upload upload = client.upload(4);
            upload.create();
            upload.fragmenting(0, 3).breakOff(CutOff.inBody(4, CutOff.How.HALF_CLOSE));

            assertThat(bench.exchanges()).extracting(Exchange::attempt).containsExactly(1, 1, 2);
            assertThat(upload.nextOffset()).isEqualTo(4);
        }
    }

    @Test
    void it_is_repeated_only_once() {
        try (ScriptedServer server = ScriptedServer.answering(page(503, "Retry-After: 0"));
                Bench bench = Bench.at(server);
                BitsClient client = bench.openCase("case")) {
            DrivingStopped stopped = stopped(client::ping);

            assertThat(stopped.ending()).isEqualTo(CaseEnd.Ending.PREREQUISITE_MISSING);
            assertThat(stopped).hasMessage("the front end answered 503 to Ping" + ASKS_TO_SLOW_DOWN);
            assertThat(server.requests()).hasSize(2);
        }
    }

    @ParameterizedTest
    @CsvSource({"X: 1, ''", "Retry-After: 3600, '; it asks to wait 3600 s, but a run waits 10 s at most'"})
    void it_is_not_repeated_if_the_front_end_asks_for_nothing_or_too_much(String field, String note) {
        try (ScriptedServer server = ScriptedServer.answering(page(429, field));
                Bench bench = Bench.at(server);
                BitsClient client = bench.openCase("case")) {
            assertThat(stopped(client::ping))
                    .hasMessage("the front end answered 429 to Ping" + ASKS_TO_SLOW_DOWN + note);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void it_is_not_repeated_if_the_budget_has_no_room() {
        Budget two = new Budget(OptionalLong.of(1), OptionalLong.empty());
        try (ScriptedServer server = ScriptedServer.answering(page(503, "Retry-After: 9"));
                Bench bench = Bench.at(server, two);
                BitsClient client = bench.openCase("case")) {
            assertThat(stopped(client::ping)).hasMessageStartingWith("the front end answered 503 to Ping");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void an_interruption_ends_the_wait() {
        Bench[] bench = new Bench[1];
        Conduct interrupting = connection -> {
            connection.read();
            connection.send(page(503, "Retry-After: 9").text());
            bench[0].link().interrupt();
            connection.awaitEnd();
        };
        try (ScriptedServer server = ScriptedServer.conducting(interrupting)) {
            bench[0] = Bench.at(server);
            try (Bench open = bench[0];
                    BitsClient client = open.openCase("case")) {
                DrivingStopped stopped = stopped(client::ping);

                assertThat(stopped.ending()).isEqualTo(CaseEnd.Ending.INTERRUPTED);
                assertThat(server.requests()).hasSize(1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 504, 520})
    void a_ping_shows_whether_the_server_behind_the_front_end_is_there(int status) {
        try (ScriptedServer server = ScriptedServer.answering(page(status, "X: 1"), OK);
                Bench bench = Bench.at(server);
                BitsClient client = bench.openCase("case")) {
            DrivingStopped stopped = stopped(() -> client.upload(1).create());

            assertThat(stopped.ending()).isEqualTo(CaseEnd.Ending.PREREQUISITE_MISSING);
            assertThat(stopped)
                    .hasMessage("the front end answered " + status + " to Create-Session" + NOT_REACHED
                            + ", though it answered a Ping right after");
            assertThat(bench.exchanges()).extracting(Exchange::purpose).containsExactly(Purpose.CASE, Purpose.PROBE);
        }
    }

    @Test
    void a_server_that_is_no_longer_behind_the_front_end_is_dead() {
        try (ScriptedServer server = ScriptedServer.answering(page(502, "X: 1"));
                Bench bench = Bench.at(server);
                BitsClient client = bench.openCase("case")) {
            DrivingStopped stopped = stopped(() -> client.upload(1).create());

            assertThat(stopped.ending()).isEqualTo(CaseEnd.Ending.TARGET_DEAD);
            assertThat(stopped)
                    .hasMessage("the front end answered 502 to Create-Session" + NOT_REACHED
                            + " answer a Ping on a new connection either");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 502, 503, 504})
    void the_servers_own_answer_is_passed_to_the_case(int status) {
        try (ScriptedServer server = ScriptedServer.answering(Reply.ack(status, "Retry-After: 0"));
                Bench bench = Bench.at(server);
                BitsClient client = bench.openCase("case")) {
            assertThat(client.upload(1).creating().send().status()).isEqualTo(status);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void a_request_of_an_odd_form_may_be_answered_by_anybody() {
        try (ScriptedServer server = ScriptedServer.answering(page(503, "X: 1"));
                Bench bench = Bench.at(server);
                BitsClient client = bench.openCase("case")) {
            assertThat(client.pinging().raw().version("HTTP/1.0").send()).isPresent();
            assertThat(stopped(() -> client.pinging().raw().send()))
                    .hasMessageStartingWith("the front end answered 503");
        }
    }

    @Test
    void the_preflight_waits_too_and_says_what_the_front_end_answers() {
        try (ScriptedServer server = ScriptedServer.answering(page(503, "Retry-After: 0"), OK);
                Bench bench = Bench.at(server)) {
            assertThat(bench.link().preflight().diagnosis()).isEmpty();
        }
        try (ScriptedServer server = ScriptedServer.answering(page(502, "X: 1"));
                Bench bench = Bench.at(server)) {
            assertThat(bench.link().preflight().diagnosis())
                    .hasValue(
                            "The proxy answers, but the server behind it does not: a Ping got HTTP/1.1 502 Some. Start"
                                    + " the server, or check where the proxy sends this URL.");
        }
    }

    private static Reply page(int status, String field) {
        return Reply.of("HTTP/1.1 " + status + " Some\r\nContent-Length: 0\r\n" + field + "\r\n\r\n");
    }

    private static DrivingStopped stopped(Runnable driving) {
        return catchThrowableOfType(DrivingStopped.class, driving::run);
    }
}
