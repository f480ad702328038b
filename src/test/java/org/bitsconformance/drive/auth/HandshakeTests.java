package org.bitsconformance.drive.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.bitsconformance.drive.client.Bench;
import org.bitsconformance.drive.client.BitsClient;
import org.bitsconformance.drive.client.ScriptedServer;
import org.bitsconformance.drive.client.ScriptedServer.Conduct;
import org.bitsconformance.drive.client.ScriptedServer.Reply;
import org.bitsconformance.protocol.Identity;
import org.bitsconformance.target.Access;
import org.bitsconformance.target.Credentials;
import org.bitsconformance.target.ReadBackMode;
import org.bitsconformance.target.Scheme;
import org.bitsconformance.target.Target;
import org.bitsconformance.transcript.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the suite answers challenges: attempt by attempt, each recorded, without a token in the record. */
class HandshakeTests {

    private static final Credentials ANN = new Credentials("DOMAIN\\ann", "p4ssw0rd");
    private static final String DIGEST = "Digest realm=\"r, with a comma\", qop=\"auth\", nonce=\"";

    @TempDir
    Path folder;

    @Test
    void ntlm_takes_three_attempts_on_one_connection_and_none_after_that() throws IOException {
        String type2 = Base64.getEncoder().encodeToString(type2());
        Conduct ntlm = connection -> {
            connection.read();
            connection.send(challenge("Negotiate, NTLM"));
            connection.read();
            connection.send(challenge("NTLM " + type2));
            for (String request = connection.read(); !request.isEmpty(); request = connection.read()) {
                connection.send(Reply.ack(200).text());
            }
        };
        try (ScriptedServer server = ScriptedServer.conducting(ntlm);
                Bench bench = Bench.at(target(server.url(), Scheme.NTLM));
                BitsClient client = bench.openCase("ping")) {
            client.ping();
            client.ping();

            assertThat(bench.exchanges()).extracting(Exchange::attempt).containsExactly(1, 2, 3, 1);
            assertThat(bench.exchanges()).extracting(Exchange::connection).containsOnly("c1");
            assertThat(server.connections()).isEqualTo(1);
            List<String> sent = server.requests();
            assertThat(sent.get(0)).doesNotContain("Authorization");
            assertThat(message(sent.get(1))[8]).isEqualTo((byte) 1);
            assertThat(message(sent.get(2))[8]).isEqualTo((byte) 3);
            assertThat(sent.get(3)).doesNotContain("Authorization");
            assertThat(bench.written(folder))
                    .contains("Authorization: NTLM ***", "NTLM ***")
                    .doesNotContain("TlRMTVNTU", type2);
        }
    }

    @Test
    void a_wrong_password_ends_ntlm_with_the_refusal_of_the_third_attempt() {
        String type2 = Base64.getEncoder().encodeToString(type2());
        try (ScriptedServer server = ScriptedServer.answering(
                        Reply.of(challenge("NTLM")),
                        Reply.of(challenge("NTLM " + type2)),
                        Reply.of(challenge("NTLM")));
                Bench bench = Bench.at(target(server.url(), Scheme.NTLM))) {
            assertThat(bench.link().preflight().diagnosis())
                    .hasValue("The server refused the credentials (401; NTLM). Check user and password.");
        }
    }

    @Test
    void digest_is_sent_unasked_after_the_first_challenge_and_a_stale_nonce_is_replaced() throws IOException {
        try (ScriptedServer server = ScriptedServer.answering(
                        Reply.of(challenge("Basic realm=\"b\", " + DIGEST + "n1\"")),
                        Reply.ack(200),
                        Reply.ack(200),
                        Reply.of(challenge(DIGEST + "n2\", stale=true")),
                        Reply.ack(200));
                Bench bench = Bench.at(target(server.url(), Scheme.DIGEST));
                BitsClient client = bench.openCase("ping")) {
            client.ping();
            client.ping();
            client.ping();

            List<String> sent = server.requests();
            assertThat(sent.get(0)).doesNotContain("Authorization");
            assertThat(sent.get(1))
                    .contains("nonce=\"n1\"", "nc=00000001", "realm=\"r, with a comma\"", "uri=\"/upload/");
            assertThat(sent.get(2)).contains("nonce=\"n1\"", "nc=00000002");
            assertThat(sent.get(3)).contains("nonce=\"n1\"", "nc=00000003");
            assertThat(sent.get(4)).contains("nonce=\"n2\"", "nc=00000001");
            assertThat(bench.exchanges()).extracting(Exchange::attempt).containsExactly(1, 2, 1, 1, 2);
            assertThat(bench.written(folder))
                    .contains("response=\\\"***\\\"", "username=\\\"***\\\"")
                    .doesNotContainPattern("(?:response|username)=(?!\\\\\"\\*\\*\\*\\\\\")");
        }
    }

    @Test
    void a_refusal_of_digest_is_final_and_the_next_packet_starts_again() {
        try (ScriptedServer server = ScriptedServer.answering(Reply.of(challenge(DIGEST + "n1\"")));
                Bench bench = Bench.at(target(server.url(), Scheme.DIGEST))) {
            assertThat(bench.link().preflight().diagnosis().orElseThrow())
                    .startsWith("The server refused the credentials (401; Digest realm=")
                    .endsWith("). Check user and password.");
            assertThat(server.requests().get(0)).doesNotContain("Authorization");
        }
    }

    @Test
    void negotiate_without_a_ticket_is_explained_in_one_line() {
        try (ScriptedServer server = ScriptedServer.answering(Reply.of(challenge("Negotiate")));
                Bench bench = Bench.at(target(server.url(), Scheme.NEGOTIATE))) {
            assertThat(bench.link().preflight().diagnosis())
                    .hasValue("The target asks for Negotiate, and there is no Kerberos ticket to answer with; it offers"
                            + " Negotiate. Get a ticket with kinit as a user who may upload, or set \"authentication\""
                            + " to ntlm, basic or digest where it offers that.");
        }
    }

    @Test
    void a_scheme_that_is_not_offered_is_named() {
        try (ScriptedServer server = ScriptedServer.answering(Reply.of(challenge("NTLM")));
                Bench digest = Bench.at(target(server.url(), Scheme.DIGEST));
                Bench basic = Bench.at(Bench.secretTarget(server.url(), ReadBackMode.NONE, ANN))) {
            assertThat(digest.link().preflight().diagnosis())
                    .hasValue("The server answered 401 and does not offer Digest, which the target file declares; it"
                            + " offers NTLM. Set \"authentication\" to what it offers.");
            assertThat(basic.link().preflight().diagnosis())
                    .hasValue(
                            "The server refused the credentials (401; NTLM). They were sent as Basic, which it does not"
                                    + " offer: set \"authentication\" in a target file to what it offers (NTLM).");
        }
    }

    @Test
    void packets_without_credentials_carry_none_and_those_of_another_user_use_another_connection() {
        try (ScriptedServer server = ScriptedServer.answering(Reply.ack(200));
                Bench bench = Bench.at(target(server.url(), Scheme.BASIC));
                BitsClient client = bench.openCase("ping")) {
            client.ping();
            client.pinging().as(Identity.NONE).send();
            client.pinging().as(Identity.WRONG_PASSWORD).send();

            assertThat(server.requests().get(0)).contains("Authorization: " + ANN.basic());
            assertThat(server.requests().get(1)).doesNotContain("Authorization");
            assertThat(server.requests().get(2))
                    .contains("Authorization: Basic ")
                    .doesNotContain(ANN.basic());
            assertThat(server.connections()).isEqualTo(3);
            assertThat(bench.exchanges())
                    .extracting(exchange -> exchange.carriage().identity())
                    .containsExactly(Identity.USER, Identity.NONE, Identity.WRONG_PASSWORD);
        }
    }

    private static String challenge(String schemes) {
        return "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: " + schemes + "\r\nContent-Length: 0\r\n\r\n";
    }

    private static Target target(String url, Scheme scheme) {
        return Bench.target(url)
                .with(new Access(
                        Optional.of(scheme),
                        Optional.of(ANN),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    private static byte[] message(String request) {
        String token = request.substring(request.indexOf("Authorization: NTLM ") + 20);
        return Base64.getDecoder().decode(token.substring(0, token.indexOf('\r')));
    }

    /** A challenge with an empty target, Unicode strings and a fixed nonce (MS-NLMP 2.2.1.2). */
    private static byte[] type2() {
        return ByteBuffer.allocate(56)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("NTLMSSP\0".getBytes(StandardCharsets.US_ASCII))
                .putInt(2)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(56)
                .putInt(0x0000_8201)
                .putLong(0x0123_4567_89AB_CDEFL)
                .putLong(0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(56)
                .array();
    }
}
