package org.bitsconformance.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.bitsconformance.transcript.SendContext;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.Request;
import org.bitsconformance.transcript.http.WireBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is changed between clients and server, and that nothing else is. */
class NamesTests {

    private static final Node SERVER = Node.of(URI.create("http://server:81/up/"));

    private final List<Node> asked = new ArrayList<>();

    private Names names(boolean secure) {
        return new Names(secure, node -> {
            asked.add(node);
            return node.isAt(SERVER) ? OptionalInt.of(8080) : OptionalInt.of(8081);
        });
    }

    private Rewritten toClient(String field) {
        return toClient(names(false), field);
    }

    private static Rewritten toClient(Names names, String field) {
        String text = "HTTP/1.1 200 OK\r\nBITS-Session-Id: {1}\r\n" + field + "\r\nContent-Length: 0\r\n\r\n";
        Optional<Answer> answer = WireBytes.of(text).answer("BITS_POST", false);
        return names.toClient(text, answer, SERVER, "proxy:8080");
    }

    @ParameterizedTest
    @CsvSource({
        "Host: proxy:8080, Host: server:81",
        "host:proxy:8080, host:server:81",
        "HOST :  other, HOST :  server:81",
        "X-Host: proxy:8080, X-Host: proxy:8080",
        "BITS-Original-Request-URL: http://proxy:8080/, BITS-Original-Request-URL: http://proxy:8080/"
    })
    void requests_go_to_the_server_under_its_name(String sent, String passed) {
        String before = "BITS_POST /up/a?Host: b HTTP/1.1\r\nA: b\r\n";
        assertThat(Names.toServer(before + sent + "\r\nC:d \r\n\r\n", SERVER).text())
                .isEqualTo(before + passed + "\r\nC:d \r\n\r\n");
    }

    @Test
    void a_request_with_two_hosts_passes_as_it_is() {
        String text = "BITS_POST /up/a HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n";
        assertThat(Names.toServer(text, SERVER).text()).isEqualTo(text);
    }

    @Test
    void a_folded_host_passes_as_it_is() {
        String text = "BITS_POST /up/a HTTP/1.1\r\nHost: a\r\n b\r\n\r\n";
        assertThat(Names.toServer(text, SERVER).text()).isEqualTo(text);
    }

    @Test
    void a_whole_url_as_target_names_the_server() {
        Rewritten head = Names.toServer("BITS_POST http://proxy:8080/up/a?http://proxy:8080/ HTTP/1.1\r\n\r\n", SERVER);
        assertThat(head.text()).isEqualTo("BITS_POST http://server:81/up/a?http://proxy:8080/ HTTP/1.1\r\n\r\n");
        assertThat(head.changes())
                .containsExactly(new SendContext.Rewritten("request target", "http://proxy:8080", "http://server:81"));
    }

    @ParameterizedTest
    @CsvSource({
        "BITS-Reply-URL: http://server:81/r/1, BITS-Reply-URL: http://proxy:8080/r/1",
        "BITS-Reply-URL: http://SERVER:81/r?u=http://server:81/, BITS-Reply-URL: http://proxy:8080/r?u=http://server:81/",
        "Location: http://server:81/b, Location: http://proxy:8080/b",
        "BITS-Reply-URL: /r/1, BITS-Reply-URL: /r/1",
        "BITS-Reply-URL: http://server/r/1, BITS-Reply-URL: http://server/r/1",
        "BITS-Reply-URL: https://server:81/r/1, BITS-Reply-URL: https://server:81/r/1",
        "BITS-Reply-URL: http://a@server:81/r/1, BITS-Reply-URL: http://a@server:81/r/1",
        "BITS-Reply-URL: r\\1 2, BITS-Reply-URL: r\\1 2",
        "X-Url: http://server:81/, X-Url: http://server:81/",
        "BITS-Host-Id: server, BITS-Host-Id: proxy",
        "BITS-Host-Id: server:81, BITS-Host-Id: proxy:8080",
        "BITS-Host-Id: server:82, BITS-Host-Id: proxy:8081",
        "BITS-Host-Id: other:81, BITS-Host-Id: proxy:8081",
        "BITS-Host-Id: other, BITS-Host-Id: proxy",
        "BITS-Host-Id: no host, BITS-Host-Id: no host"
    })
    void answers_keep_clients_at_the_proxy(String sent, String passed) {
        assertThat(toClient(sent).text())
                .isEqualTo("HTTP/1.1 200 OK\r\nBITS-Session-Id: {1}\r\n" + passed + "\r\nContent-Length: 0\r\n\r\n");
    }

    @Test
    void a_change_says_what_each_side_saw() {
        assertThat(toClient("BITS-Host-Id: other:99").changes())
                .containsExactly(new SendContext.Rewritten("BITS-Host-Id", "proxy:8081", "other:99"));
        assertThat(asked).containsExactly(new Node(false, "other:99"));
    }

    @Test
    void urls_have_the_scheme_that_clients_speak() {
        assertThat(toClient(names(true), "BITS-Reply-URL: http://server:81/r").text())
                .contains("BITS-Reply-URL: https://proxy:8080/r\r\n");
    }

    @Test
    void the_packets_of_a_session_go_to_the_host_that_was_named_for_it() {
        Names names = names(false);
        toClient(names, "BITS-Host-Id: other");
        assertThat(names.route(packet("{1}"), SERVER)).isEqualTo(new Node(false, "other:81"));
        assertThat(names.route(packet("{2}"), SERVER)).isEqualTo(SERVER);
    }

    private static Request packet(String session) {
        return Request.parse(WireBytes.of("BITS_POST /up/a HTTP/1.1\r\nBITS-Session-Id: " + session + "\r\n\r\n"));
    }

    @Test
    void a_client_calls_the_proxy_as_in_its_host() {
        assertThat(Names.clientView(host("localhost"), "127.0.0.1:8080")).isEqualTo("localhost");
        assertThat(Names.clientView(host("[::1]:8080"), "127.0.0.1:8080")).isEqualTo("[::1]:8080");
        assertThat(Names.clientView(host("a b"), "127.0.0.1:8080")).isEqualTo("127.0.0.1:8080");
    }

    private static Request host(String value) {
        return Request.parse(WireBytes.of("BITS_POST /up/a HTTP/1.1\r\nHost: " + value + "\r\n\r\n"));
    }
}
