package org.bitsconformance.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.SendContext;
import org.bitsconformance.transcript.http.Digests;
import org.bitsconformance.transcript.http.Payload;
import org.bitsconformance.transcript.http.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What passes the proxy reaches the other side as it was sent, and is on record. */
class PassingTests {

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

    @Test
    void changes_only_the_host() {
        try (ProxyPeer client = between.client()) {
            client.send(between.packet("Ping"));
            ProxyPeer server = between.server();
            assertThat(server.head()).isEqualTo(between.atServer("Ping"));
            server.send(Between.ack(200));
            assertThat(client.head()).isEqualTo(Between.ack(200));
        }
        Exchange exchange = between.exchanges().get(0);
        assertThat(exchange.request().text()).isEqualTo(between.atServer("Ping"));
        assertThat(exchange.answer().text()).isEqualTo(Between.ack(200));
        assertThat(exchange.ending()).isEqualTo(Ending.ANSWERED);
        assertThat(exchange.carriage().rewritten())
                .containsExactly(new SendContext.Rewritten("Host", between.proxy(), between.upstream()));
    }

    @Test
    void keeps_the_digest_of_a_long_body() {
        byte[] body = new Payload(7, 3 << 20).range(0, 3 << 20);
        try (ProxyPeer client = between.client()) {
            String head = between.packet("Fragment", "Content-Length: " + body.length, "BITS-Session-Id: {1}");
            createSession(client);
            Thread sending = new Thread(() -> client.send(head).send(body));
            sending.start();
            assertThat(server.head())
                    .isEqualTo(between.atServer("Fragment", "Content-Length: " + body.length, "BITS-Session-Id: {1}"));
            assertThat(server.read(body.length)).isEqualTo(body);
            server.send(Between.ack(200));
            assertThat(client.head()).isEqualTo(Between.ack(200));
        }
        Exchange fragment = between.exchanges().get(1);
        assertThat(fragment.request().text().length()).isLessThan(2_000);
        assertThat(Request.parse(fragment.request()).bodyLength()).isEqualTo(body.length);
        int kept =
                fragment.request().text().length() - fragment.request().text().indexOf("\r\n\r\n") - 4;
        assertThat(fragment.request().omitted().orElseThrow().sha256())
                .isEqualTo(Digests.sha256(new Payload(7, 3 << 20), kept, body.length - kept));
    }

    private ProxyPeer server;

    private void createSession(ProxyPeer client) {
        client.send(between.packet("Create-Session"));
        server = between.server();
        server.head();
        server.send(Between.ack(200, "BITS-Session-Id: {1}"));
        client.head();
    }

    @Test
    void counts_the_content_of_a_chunked_body() {
        String chunks = "5\r\nhello\r\n" + "800\r\n" + "x".repeat(0x800) + "\r\n0;last\r\nA: b\r\n\r\n";
        String head = between.packet("Fragment", "Transfer-Encoding: chunked", "BITS-Session-Id: {1}")
                .replace("Content-Length: 0\r\n", "");
        try (ProxyPeer client = between.client()) {
            createSession(client);
            client.send(head + chunks + between.packet("Ping"));
            server.head();
            assertThat(server.text(chunks.length())).isEqualTo(chunks);
            assertThat(server.head()).isEqualTo(between.atServer("Ping"));
            server.send(Between.ack(200)).send(Between.ack(200));
            client.head();
            client.head();
        }
        assertThat(Request.parse(between.exchanges().get(1).request()).bodyLength())
                .isEqualTo(5 + 0x800);
    }

    @Test
    void records_packets_that_are_sent_before_the_answer() {
        try (ProxyPeer client = between.client()) {
            client.send(between.packet("Create-Session") + between.packet("Ping"));
            ProxyPeer server = between.server();
            server.head();
            server.head();
            server.send(Between.ack(200, "BITS-Session-Id: {1}") + Between.ack(200));
            client.head();
            client.head();
        }
        List<Exchange> both = between.exchanges();
        assertThat(both).extracting(Exchange::ending).containsOnly(Ending.ANSWERED);
        assertThat(both.get(1).timing().startedMicros())
                .isLessThan(both.get(0).timing().firstByteMicros().orElseThrow());
        assertThat(both.get(1).requestOnConnection()).isEqualTo(2);
    }

    @Test
    void passes_interim_answers() {
        String head = between.packet("Fragment", "Content-Length: 3", "Expect: 100-continue", "BITS-Session-Id: {1}");
        try (ProxyPeer client = between.client()) {
            createSession(client);
            client.send(head);
            server.head();
            server.send("HTTP/1.1 100 Continue\r\n\r\n");
            assertThat(client.head()).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
            client.send("abc");
            assertThat(server.text(3)).isEqualTo("abc");
            server.send(Between.ack(200));
            assertThat(client.head()).isEqualTo(Between.ack(200));
        }
        Exchange fragment = between.exchanges().get(1);
        assertThat(fragment.received().orElseThrow().interim()).isEqualTo(1);
        assertThat(fragment.request().text()).endsWith("\r\n\r\nabc");
    }

    @Test
    void goes_on_with_the_next_request_when_the_body_is_left_out_after_a_refusal() {
        String head = between.packet("Fragment", "Content-Length: 3", "Expect: 100-continue", "BITS-Session-Id: {1}");
        try (ProxyPeer client = between.client()) {
            createSession(client);
            client.send(head);
            server.head();
            server.send(Between.ack(416));
            assertThat(client.head()).isEqualTo(Between.ack(416));
            client.send(between.packet("Ping"));
            assertThat(server.head()).isEqualTo(between.atServer("Ping"));
            server.send(Between.ack(200));
            client.head();
        }
        assertThat(between.exchanges()).hasSize(3);
    }

    @Test
    void passes_an_answer_that_comes_while_the_body_is_sent() {
        String answer = "HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        try (ProxyPeer client = between.client()) {
            createSession(client);
            client.send(between.packet("Fragment", "Content-Length: 100000", "BITS-Session-Id: {1}") + "abc");
            server.head();
            server.text(3);
            server.send(answer);
            assertThat(client.head()).isEqualTo(answer);
            server.close();
            assertThat(client.rest()).isEmpty();
        }
        Exchange fragment = between.exchanges().get(1);
        assertThat(fragment.ending()).isEqualTo(Ending.ANSWERED);
        assertThat(fragment.received().orElseThrow().status()).isEqualTo(413);
        assertThat(fragment.request().text()).endsWith("\r\n\r\nabc");
    }

    @Test
    void passes_a_whole_url_as_target() {
        String target = "BITS_POST http://" + between.proxy() + "/up/a.bin HTTP/1.1\r\n";
        try (ProxyPeer client = between.client()) {
            client.send(between.packet("Ping").replaceFirst("^.*\r\n", target));
            assertThat(between.server().head())
                    .startsWith("BITS_POST http://" + between.upstream() + "/up/a.bin HTTP/1.1\r\nHost: "
                            + between.upstream());
        }
    }

    @Test
    void ends_an_answer_without_length_when_the_client_goes_on() {
        String endless = "HTTP/1.1 200 OK\r\nBITS-Packet-Type: Ack\r\n\r\n";
        try (ProxyPeer client = between.client()) {
            client.send(between.packet("Ping"));
            ProxyPeer server = between.server();
            server.head();
            server.send(endless);
            assertThat(client.head()).isEqualTo(endless);
            client.send(between.packet("Create-Session"));
            server.head();
            server.send(Between.ack(200, "BITS-Session-Id: {1}"));
            client.head();
        }
        List<Exchange> both = between.exchanges();
        assertThat(both).extracting(Exchange::ending).containsExactly(Ending.TIMED_OUT, Ending.ANSWERED);
        assertThat(both.get(0).answer().text()).isEqualTo(endless);
        assertThat(both.get(1).answer().text()).isEqualTo(Between.ack(200, "BITS-Session-Id: {1}"));
    }

    @Test
    void keeps_one_connection_to_the_server_for_each_of_the_client() {
        try (ProxyPeer one = between.client();
                ProxyPeer other = between.client()) {
            one.send(between.packet("Ping"));
            ProxyPeer first = between.server();
            first.head();
            first.send("HTTP/1.1 401 No\r\nWWW-Authenticate: NTLM TlRMTVNTUAACAAAA\r\nContent-Length: 0\r\n\r\n");
            one.head();
            other.send(between.packet("Ping"));
            ProxyPeer second = between.server();
            second.head();
            one.send(between.packet("Ping", "Authorization: NTLM TlRMTVNTUAADAAAAsecret"));
            assertThat(first.head()).contains("TlRMTVNTUAADAAAAsecret");
            first.send(Between.ack(200));
            one.head();
            second.send(Between.ack(200));
            other.head();
        }
        List<Exchange> all = between.exchanges();
        assertThat(all.get(0).connection()).isNotEqualTo(all.get(1).connection());
        assertThat(all.get(2).connection()).isEqualTo(all.get(0).connection());
        assertThat(all.toString()).doesNotContain("secret").doesNotContain("TlRMTVNTUAACAAAA");
    }

    @Test
    void passes_something_that_is_not_http() {
        try (ProxyPeer client = between.client()) {
            client.send(new byte[] {0x16, 0x03, 0x01, 0});
            ProxyPeer server = between.server();
            assertThat(server.read(4)).isEqualTo(new byte[] {0x16, 0x03, 0x01, 0});
            server.send(new byte[] {0x15, 0x03, 0x01});
            assertThat(client.read(3)).isEqualTo(new byte[] {0x15, 0x03, 0x01});
            server.close();
            assertThat(client.rest()).isEmpty();
        }
        assertThat(between.observation().numbers().unrecorded().notHttp()).isEqualTo(1);
    }

    @Test
    void passes_an_answer_that_is_not_http() {
        try (ProxyPeer client = between.client()) {
            client.send(between.packet("Ping"));
            ProxyPeer server = between.server();
            server.head();
            server.send("SSH-2.0-x\r\nmore");
            assertThat(client.text(15)).isEqualTo("SSH-2.0-x\r\nmore");
            server.close();
            assertThat(client.rest()).isEmpty();
        }
        assertThat(between.exchanges().get(0).ending()).isEqualTo(Ending.NOT_HTTP);
    }

    @Test
    void passes_a_header_that_is_too_long_to_be_understood() {
        String head = "BITS_POST /up/a HTTP/1.1\r\nX: " + "y".repeat(HeadReader.LONGEST) + "\r\n\r\n";
        try (ProxyPeer client = between.client()) {
            client.send(head);
            ProxyPeer server = between.server();
            assertThat(server.text(head.length())).isEqualTo(head);
            server.send("HTTP/1.1 431 No\r\nContent-Length: 0\r\n\r\n");
            assertThat(client.head()).startsWith("HTTP/1.1 431");
        }
        assertThat(between.exchanges()).isEmpty();
    }

    @Test
    void an_answer_whose_header_is_too_long_passes_and_so_does_what_follows() {
        String head = "HTTP/1.1 200 OK\r\nX: " + "y".repeat(HeadReader.LONGEST) + "\r\nContent-Length: 0\r\n\r\n";
        try (ProxyPeer client = between.client()) {
            client.send(between.packet("Ping"));
            ProxyPeer server = between.server();
            server.head();
            server.send(head);
            assertThat(client.text(head.length())).isEqualTo(head);
            client.send(between.packet("Ping"));
            server.head();
            server.send(Between.ack(200));
            assertThat(client.head()).isEqualTo(Between.ack(200));
            server.close();
            assertThat(client.rest()).isEmpty();
        }
        List<Exchange> both = between.exchanges();
        assertThat(both).extracting(Exchange::ending).containsExactly(Ending.TOO_LONG, Ending.TOO_LONG);
        assertThat(head).startsWith(both.get(0).answer().text());
        assertThat(both.get(0).received()).isEmpty();
        assertThat(both.get(1).answer().isEmpty()).isTrue();
    }

    @Test
    void an_answer_that_never_comes_ends_the_connection() {
        try (Between impatient = new Between(folder.resolve("other"), Duration.ofMillis(200));
                ProxyPeer client = impatient.client()) {
            client.send(impatient.packet("Ping"));
            ProxyPeer server = impatient.server();
            server.head();
            assertThat(client.isReset()).isTrue();
            assertThat(impatient.exchanges().get(0).ending()).isEqualTo(Ending.TIMED_OUT);
        }
    }

    @Test
    void the_record_has_no_credentials() {
        String password = "open sesame";
        String token =
                java.util.Base64.getEncoder().encodeToString(("ali:" + password).getBytes(StandardCharsets.ISO_8859_1));
        try (ProxyPeer client = between.client()) {
            client.send(between.packet("Ping", "Authorization: Basic " + token, "Cookie: a=sesame"));
            ProxyPeer server = between.server();
            assertThat(server.head()).contains(token);
            String body = "you are ali:" + password + " by " + token;
            server.send("HTTP/1.1 403 No\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
            client.head();
            assertThat(client.text(body.length())).isEqualTo(body);
        }
        assertThat(between.exchanges().toString()).doesNotContain("sesame").doesNotContain(token);
    }
}
