package org.bitsconformance.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.http.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host that the server names is followed through the proxy, and the record is as if there were none. */
class ObservedHostTests {

    @TempDir
    Path folder;

    @Test
    void gets_a_port_of_its_own() throws IOException {
        try (ServerSocket named = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                Between between = new Between(folder);
                ProxyPeer client = between.client()) {
            String host = "127.0.0.1:" + named.getLocalPort();
            int port = port(between, client, host);
            assertThat(port).isNotEqualTo(named.getLocalPort());
            try (ProxyPeer second = ProxyPeer.to(port)) {
                second.send(between.packet("Fragment", "BITS-Session-Id: {1}"));
                ProxyPeer at = new ProxyPeer(named.accept());
                assertThat(at.head()).contains("Host: " + host + "\r\n");
                at.send(Between.ack(200));
                second.head();
            }
            List<Exchange> both = between.exchanges();
            assertThat(both.get(0).answer().text()).contains("BITS-Host-Id: " + host + "\r\n");
            assertThat(Request.parse(both.get(1).request()).headers().first("Host"))
                    .contains(host);
            assertThat(both.get(1).session()).isEqualTo(1);
        }
    }

    private static int port(Between between, ProxyPeer client, String host) {
        client.send(between.packet("Create-Session"));
        ProxyPeer server = between.server();
        server.head();
        server.send(Between.ack(200, "BITS-Session-Id: {1}", "BITS-Host-Id: " + host));
        String ack = client.head();
        return Integer.parseInt(ack.replaceAll("(?s).*BITS-Host-Id: 127.0.0.1:(\\d+)\r\n.*", "$1"));
    }

    @Test
    void ends_connections_if_it_is_not_there() throws IOException {
        int gone;
        try (ServerSocket closed = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            gone = closed.getLocalPort();
        }
        try (Between between = new Between(folder);
                ProxyPeer client = between.client();
                ProxyPeer second = ProxyPeer.to(port(between, client, "127.0.0.1:" + gone))) {
            second.send(between.packet("Fragment", "BITS-Session-Id: {1}"));
            assertThat(second.isReset()).isTrue();
            assertThat(between.exchanges().get(1).ending()).isEqualTo(Ending.NOT_CONNECTED);
        }
    }

    @Test
    void without_a_port_gets_the_packets_of_its_session() throws IOException {
        InetAddress elsewhere = InetAddress.getByName("127.0.0.2");
        try (Between between = new Between(folder);
                ServerSocket named =
                        new ServerSocket(Integer.parseInt(between.upstream().replaceFirst(".*:", "")), 5, elsewhere);
                ProxyPeer client = between.client()) {
            client.send(between.packet("Create-Session"));
            ProxyPeer server = between.server();
            server.head();
            server.send(Between.ack(200, "BITS-Session-Id: {1}", "BITS-Host-Id: 127.0.0.2"));
            assertThat(client.head()).contains("BITS-Host-Id: 127.0.0.1\r\n");
            client.send(between.packet("Fragment", "BITS-Session-Id: {1}"));
            ProxyPeer at = new ProxyPeer(named.accept());
            assertThat(at.head()).contains("Host: 127.0.0.2:" + named.getLocalPort() + "\r\n");
            at.send(Between.ack(200));
            client.head();
            assertThat(between.exchanges()).extracting(Exchange::ending).containsOnly(Ending.ANSWERED);
        }
    }
}
