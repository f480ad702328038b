package org.bitsconformance.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Exchange.Ending;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A connection that one side ends too early ends for the other side too, and the record says who ended it. */
class CutTests {

    @TempDir
    Path folder;

    private Between between;

    @BeforeEach
    void start() {
        between = new Between(folder);
    }

    @AfterEach
    void end() {
        between.close();
    }

    private ProxyPeer creating(ProxyPeer client) {
        client.send(between.packet("Create-Session"));
        ProxyPeer server = between.server();
        server.head();
        return server;
    }

    private ProxyPeer created(ProxyPeer client) {
        ProxyPeer server = creating(client).send(Between.ack(200, "BITS-Session-Id: {1}"));
        client.head();
        return server;
    }

    private String fragment() {
        return between.packet("Fragment", "Content-Length: 1000", "BITS-Session-Id: {1}");
    }

    private Ending last() {
        var all = between.exchanges();
        return all.get(all.size() - 1).ending();
    }

    @Test
    void by_the_client_within_a_body() {
        try (ProxyPeer client = between.client()) {
            ProxyPeer server = created(client);
            client.send(fragment() + "abc").close();
            server.head();
            assertThat(server.rest()).isEqualTo("abc");
            server.close();
        }
        assertThat(last()).isEqualTo(Ending.CUT_OFF);
    }

    @Test
    void by_the_client_with_a_reset() {
        try (ProxyPeer client = between.client()) {
            ProxyPeer server = created(client);
            client.send(fragment() + "abc");
            server.head();
            server.text(3);
            client.reset();
            assertThat(server.isReset()).isTrue();
        }
        assertThat(last()).isEqualTo(Ending.CUT_OFF);
    }

    @Test
    void by_the_client_within_a_header() {
        try (ProxyPeer client = between.client()) {
            client.send("BITS_POST /up/a.bin HTTP/1.1\r\nHo").close();
            assertThat(between.server().rest()).isEqualTo("BITS_POST /up/a.bin HTTP/1.1\r\nHo");
        }
        assertThat(between.exchanges()).isEmpty();
    }

    @Test
    void an_answer_still_reaches_a_client_that_only_sends_nothing_more() {
        try (ProxyPeer client = between.client()) {
            client.send(between.packet("Ping")).endSending();
            ProxyPeer server = between.server();
            server.head();
            assertThat(server.rest()).isEmpty();
            server.send(Between.ack(200));
            assertThat(client.head()).isEqualTo(Between.ack(200));
            assertThat(client.rest()).isEmpty();
        }
        assertThat(last()).isEqualTo(Ending.ANSWERED);
    }

    @Test
    void by_the_server_before_it_answers() {
        try (ProxyPeer client = between.client()) {
            creating(client).close();
            assertThat(client.rest()).isEmpty();
        }
        assertThat(last()).isEqualTo(Ending.CLOSED);
    }

    @Test
    void by_the_server_with_a_reset() {
        try (ProxyPeer client = between.client()) {
            creating(client).reset();
            assertThat(client.isReset()).isTrue();
        }
        assertThat(last()).isEqualTo(Ending.RESET);
    }

    @Test
    void by_the_server_within_a_body() {
        try (ProxyPeer client = between.client()) {
            ProxyPeer server = created(client);
            client.send(fragment() + "abc");
            server.head();
            server.text(3);
            server.close();
            assertThat(client.rest()).isEmpty();
        }
        assertThat(last()).isEqualTo(Ending.CLOSED);
    }

    @Test
    void by_the_server_within_its_answer() {
        try (ProxyPeer client = between.client()) {
            creating(client).send("HTTP/1.1 200 OK\r\nBITS-Pa").close();
            assertThat(client.rest()).isEqualTo("HTTP/1.1 200 OK\r\nBITS-Pa");
        }
        Exchange exchange = between.exchanges().get(0);
        assertThat(exchange.ending()).isEqualTo(Ending.CLOSED);
        assertThat(exchange.answer().text()).isEqualTo("HTTP/1.1 200 OK\r\nBITS-Pa");
    }

    @Test
    void by_the_end_of_the_observation() {
        try (ProxyPeer client = between.client();
                ProxyPeer server = creating(client)) {
            assertThat(last()).isEqualTo(Ending.CUT_OFF);
            assertThat(between.ends()).extracting(CaseEnd::ending).containsExactly(CaseEnd.Ending.INTERRUPTED);
            assertThat(server.isReset())
                    .isTrue(); // A server that nobody refers to any more could be closed at any time.
        }
    }

    @Test
    void a_server_that_is_not_there_is_answered_for_and_not_blamed() {
        between.stopServer();
        try (ProxyPeer client = between.client()) {
            client.send(fragment().replace("BITS-Session-Id: {1}\r\n", "").replace("Fragment", "Ping"));
            assertThat(client.head()).startsWith("HTTP/1.1 502 Bad Gateway\r\nServer: bits-conformance-observe\r\n");
            assertThat(client.rest()).contains("no connection to http://" + between.upstream() + "/: ");
        }
        assertThat(between.exchanges().get(0).received().orElseThrow().status()).isEqualTo(502);
        assertThat(between.observation().numbers().unrecorded().unreached()).isEqualTo(1);
    }

    @Test
    void a_client_that_sends_no_rest_is_not_waited_for_without_end() {
        try (Between impatient = new Between(folder.resolve("other"), Duration.ofMillis(200));
                ProxyPeer client = impatient.client()) {
            client.send(impatient.packet("Ping", "Content-Length: 10") + "abc");
            ProxyPeer server = impatient.server();
            server.head();
            server.text(3);
            assertThat(server.isReset()).isTrue();
            assertThat(impatient.exchanges().get(0).ending()).isEqualTo(Ending.CUT_OFF);
        }
    }

    @Test
    void a_client_that_sends_nothing_is_not_waited_for_without_end() {
        try (Between impatient = new Between(folder.resolve("other"), Duration.ofMillis(200));
                ProxyPeer client = impatient.client()) {
            assertThat(client.isReset()).isTrue();
        }
    }
}
