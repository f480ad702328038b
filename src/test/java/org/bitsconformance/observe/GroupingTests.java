package org.bitsconformance.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.CaseStart;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Purpose;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which case and which session what passes belongs to. */
class GroupingTests {

    @TempDir
    Path folder;

    private Between between;
    private ProxyPeer client;
    private ProxyPeer server;

    @BeforeEach
    void start() {
        between = new Between(folder);
        client = between.client();
    }

    @AfterEach
    void end() {
        client.close();
        between.close();
    }

    private void pass(String packet, String answer) {
        client.send(packet);
        if (server == null) {
            server = between.server();
        }
        server.head();
        server.send(answer);
        client.head();
    }

    private void create(String id) {
        pass(between.packet("Create-Session"), Between.ack(200, "BITS-Session-Id: " + id));
    }

    private void sends(String type, String id, int status) {
        pass(between.packet(type, "BITS-Session-Id: " + id), Between.ack(status));
    }

    @Test
    void an_upload_is_a_case() {
        pass(between.packet("Ping"), Between.ack(200));
        create("{1}");
        sends("Fragment", "{1}", 200);
        sends("Close-Session", "{1}", 200);
        assertThat(between.cases())
                .containsExactly(new CaseStart(
                        "observed-1",
                        "observed",
                        Map.of("client", "Test/1 at 127.0.0.1", "path", "/up/a.bin"),
                        List.of("answer.packet-type"),
                        1));
        assertThat(between.exchanges()).extracting(Exchange::session).containsExactly(0, 1, 1, 1);
        assertThat(between.ends()).extracting(CaseEnd::ending).containsExactly(CaseEnd.Ending.DRIVEN);
        assertThat(between.observation().numbers().uploads()).isEqualTo(1);
    }

    @Test
    void the_next_upload_to_the_same_url_is_another_case() {
        create("{1}");
        sends("Cancel-Session", "{1}", 200);
        pass(between.packet("Ping"), Between.ack(200));
        create("{2}");
        assertThat(between.exchanges())
                .extracting(Exchange::caseId, Exchange::session)
                .containsExactly(
                        tuple("observed-1", 1), tuple("observed-1", 1), tuple("observed-2", 0), tuple("observed-2", 1));
    }

    @Test
    void starting_again_stays_in_the_case() {
        create("{1}");
        sends("Fragment", "{1}", 500);
        create("{2}");
        sends("Fragment", "{2}", 200);
        sends("Fragment", "{1}", 500);
        assertThat(between.exchanges()).extracting(Exchange::session).containsExactly(1, 1, 2, 2, 1);
        assertThat(between.cases()).hasSize(1);
    }

    @Test
    void clients_are_told_apart_by_their_name() {
        create("{1}");
        pass(between.packet("Create-Session").replace("Test/1", "Other/2"), Between.ack(200, "BITS-Session-Id: {2}"));
        assertThat(between.cases())
                .extracting(start -> start.parameters().get("client"))
                .containsExactly("Test/1 at 127.0.0.1", "Other/2 at 127.0.0.1");
    }

    @Test
    void a_packet_that_is_sent_again_with_credentials_is_another_attempt() {
        String challenge = "HTTP/1.1 401 No\r\nWWW-Authenticate: Basic realm=\"a\"\r\nContent-Length: 0\r\n\r\n";
        pass(between.packet("Create-Session"), challenge);
        pass(between.packet("Create-Session", "Authorization: Basic YTpi"), Between.ack(200, "BITS-Session-Id: {1}"));
        assertThat(between.exchanges())
                .extracting(Exchange::session, Exchange::attempt)
                .containsExactly(tuple(1, 1), tuple(1, 2));
    }

    @Test
    void a_session_that_began_earlier_is_only_counted() {
        sends("Fragment", "{0}", 200);
        assertThat(between.exchanges()).isEmpty();
        assertThat(between.observation().numbers().unrecorded().begunBefore()).isEqualTo(1);
    }

    @Test
    void other_requests_are_only_counted() {
        pass("GET /up/a.bin HTTP/1.1\r\nHost: x\r\n\r\n", "HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n");
        assertThat(between.exchanges()).isEmpty();
        assertThat(between.observation().numbers().unrecorded().others()).isEqualTo(1);
    }

    @Test
    void a_get_with_the_fields_of_a_packet_is_none() {
        pass(between.packet("Fragment", "BITS-Session-Id: {1}").replace("BITS_POST", "GET"), Between.ack(200));
        assertThat(between.exchanges()).isEmpty();
        assertThat(between.observation().numbers().unrecorded().others()).isEqualTo(1);
    }

    @Test
    void the_download_of_a_reply_belongs_to_its_upload() {
        create("{1}");
        client.send(between.packet("Fragment", "BITS-Session-Id: {1}"));
        server.head();
        server.send(Between.ack(200, "BITS-Reply-URL: http://" + between.upstream() + "/replies/1"));
        assertThat(client.head()).contains("BITS-Reply-URL: http://" + between.proxy() + "/replies/1\r\n");
        pass("GET /replies/1 HTTP/1.1\r\nHost: x\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        assertThat(between.exchanges())
                .extracting(Exchange::purpose, Exchange::session)
                .containsExactly(tuple(Purpose.CASE, 1), tuple(Purpose.CASE, 1), tuple(Purpose.DOWNLOAD, 1));
    }

    @Test
    void the_download_of_a_reply_that_two_uploads_share_is_not_that_of_a_closed_one() {
        String named = "BITS-Reply-URL: http://" + between.upstream() + "/replies/static";
        create("{1}");
        pass(between.packet("Fragment", "BITS-Session-Id: {1}"), Between.ack(200, named));
        pass(of("Create-Session"), Between.ack(200, "BITS-Session-Id: {2}"));
        pass(of("Fragment", "BITS-Session-Id: {2}"), Between.ack(200, named));
        pass(of("Close-Session", "BITS-Session-Id: {2}"), Between.ack(200));
        pass("GET /replies/static HTTP/1.1\r\nHost: x\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");

        assertThat(between.exchanges()).extracting(Exchange::purpose).doesNotContain(Purpose.DOWNLOAD);
        assertThat(between.observation().numbers().unrecorded().others()).isEqualTo(1);
    }

    /** A packet of another client. */
    private String of(String type, String... headers) {
        return between.packet(type, headers).replace("Test/1", "Other/2");
    }

    @Test
    void exchanges_are_recorded_in_the_order_in_which_they_were_sent() {
        create("{1}");
        try (ProxyPeer second = between.client()) {
            client.send(between.packet("Fragment", "BITS-Session-Id: {1}"));
            server.head();
            second.send(between.packet("Ping"));
            ProxyPeer other = between.server();
            other.head();
            other.send(Between.ack(200));
            second.head();
            server.send(Between.ack(200));
            client.head();
        }
        assertThat(between.exchanges()).extracting(Exchange::id).containsExactly("x1", "x2", "x3");
    }

    @Test
    void a_case_that_is_opened_by_hand_takes_every_packet_below_its_path() {
        between.observation().open("mine", "/up/", Map.of("client", "mine", "stimulus", "ack-lost"));
        create("{1}");
        between.observation().close("/up/", "");
        assertThat(between.cases())
                .containsExactly(new CaseStart(
                        "mine",
                        "observed",
                        Map.of("client", "mine", "stimulus", "ack-lost"),
                        List.of("answer.packet-type"),
                        1));
        assertThat(between.exchanges()).extracting(Exchange::caseId).containsExactly("mine");
        assertThat(between.ends()).containsExactly(new CaseEnd("mine", CaseEnd.Ending.DRIVEN, ""));
    }

    @Test
    void a_case_that_is_opened_by_hand_may_lack_something() {
        between.observation().open("mine", "/up/", Map.of());
        create("{1}");
        between.observation().close("/up/", "the client was killed");
        assertThat(between.ends())
                .containsExactly(new CaseEnd("mine", CaseEnd.Ending.INTERRUPTED, "the client was killed"));
    }

    @Test
    void an_upload_that_was_refused_says_why() {
        pass(between.packet("Create-Session"), Between.ack(403));
        assertThat(between.ends().get(0).ending()).isEqualTo(CaseEnd.Ending.PREREQUISITE_MISSING);
        assertThat(between.ends().get(0).reason()).startsWith("The upload was refused: Create-Session \u2192 403");
    }

    @Test
    void of_two_packets_on_two_connections_either_may_come_first() {
        create("{1}");
        try (ProxyPeer second = between.client()) {
            client.send(between.packet("Fragment", "BITS-Session-Id: {1}"));
            server.head();
            second.send(between.packet("Fragment", "BITS-Session-Id: {1}"));
            ProxyPeer other = between.server();
            other.head();
            other.send(Between.ack(416));
            second.head();
            server.send(Between.ack(200));
            client.head();
        }
        sends("Close-Session", "{1}", 200);
        assertThat(between.exchanges())
                .extracting(Exchange::purpose)
                .containsExactly(Purpose.CASE, Purpose.OPEN, Purpose.OPEN, Purpose.CASE);
    }

    @Test
    void a_session_is_known_at_another_url() {
        create("{1}");
        pass(between.packet("Fragment", "BITS-Session-Id: {1}").replace("/up/a.bin", "/up/b.bin"), Between.ack(500));
        assertThat(between.exchanges()).extracting(Exchange::caseId).containsOnly("observed-1");
    }

    @Test
    void a_long_field_that_no_document_describes_leaves_the_answer_open() {
        pass(between.packet("Ping", "X-Note: " + "n".repeat(4097)), Between.ack(200));
        pass(between.packet("Ping", "BITS-Note: " + "n".repeat(4097)), Between.ack(400));
        assertThat(between.exchanges()).extracting(Exchange::purpose).containsExactly(Purpose.OPEN, Purpose.CASE);
    }
}
