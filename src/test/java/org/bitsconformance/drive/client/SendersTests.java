package org.bitsconformance.drive.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.bitsconformance.drive.client.ScriptedServer.Reply;
import org.bitsconformance.protocol.Identity;
import org.bitsconformance.target.Access;
import org.bitsconformance.target.Credentials;
import org.bitsconformance.target.Proxy;
import org.bitsconformance.target.ReadBackMode;
import org.bitsconformance.target.RequestSettings;
import org.bitsconformance.target.Scheme;
import org.bitsconformance.target.Target;
import org.bitsconformance.target.Trust;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.http.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The suite's own writer and the client library put the same packets on the wire, except for the order of fields. */
class SendersTests {

    private static final Reply OK = Reply.ack(200, "BITS-Session-Id: {s1}");
    private static final Credentials ANN = new Credentials("Ann", "open sesame");
    private static final Pattern RUN = Pattern.compile("bits-[0-9a-f]{8}-");
    private static final Pattern CLIENT_NONCE = Pattern.compile("cnonce=\"[^\"]*\"|response=\"[^\"]*\"");

    @TempDir
    static Path folder;

    /** A request as a server sees it, without what differs between runs. */
    private record Seen(String line, List<String> fields, String body) {

        static Seen of(String request, int port) {
            String text = CLIENT_NONCE
                    .matcher(RUN.matcher(request).replaceAll("bits-run-"))
                    .replaceAll("masked");
            int end = text.indexOf("\r\n\r\n");
            String[] head = text.substring(0, end).replace(":" + port, ":port").split("\r\n");
            return new Seen(
                    head[0], Arrays.stream(head).skip(1).sorted().toList(), text.substring(end + "\r\n\r\n".length()));
        }
    }

    @Test
    void of_a_whole_upload() {
        List<Seen> seen = same(OK, Bench::target, SendersTests::upload);

        assertThat(seen).hasSize(6);
        assertThat(seen)
                .extracting(Seen::body)
                .filteredOn(body -> !body.isEmpty())
                .extracting(String::length)
                .containsExactly(1, 70_000, 29_999);
    }

    @Test
    void with_the_header_fields_and_the_credentials_of_a_target() {
        List<Seen> seen = same(
                OK,
                url -> Bench.secretTarget(
                        url, ReadBackMode.NONE, ANN, new Header("X-Tenant", "blue"), new Header("X-Tenant", "green")),
                client -> {
                    upload(client);
                    client.pinging().as(Identity.WRONG_PASSWORD).send();
                    client.pinging().as(Identity.NONE).send();
                });

        assertThat(seen.get(0).fields()).contains("X-Tenant: blue", "X-Tenant: green", "Authorization: " + ANN.basic());
        assertThat(seen.get(7).fields()).noneMatch(field -> field.startsWith("Authorization"));
    }

    @Test
    void with_header_fields_of_the_target_instead_of_the_usual_ones() {
        List<Seen> seen = same(
                OK,
                url -> Bench.secretTarget(
                        url,
                        ReadBackMode.NONE,
                        ANN,
                        new Header("user-agent", "Microsoft BITS/7.8"),
                        new Header("Accept", "text/plain"),
                        new Header("Host", "upload.example"),
                        new Header("Content-Type", "application/octet-stream"),
                        new Header("Authorization", "Bearer abc")),
                SendersTests::upload);

        assertThat(seen.get(0).fields()).contains("Host: upload.example", "Authorization: Bearer abc");
    }

    @Test
    void with_the_method_in_a_header_field() {
        List<Seen> seen =
                same(OK, url -> target(url, Optional.empty(), Access.OPEN, Trust.PLATFORM), SendersTests::upload);

        assertThat(seen).allMatch(packet -> packet.line().startsWith("POST /upload/"));
    }

    @Test
    void with_digest() {
        Reply challenge = Reply.of(String.join(
                "\r\n",
                "HTTP/1.1 401 Who",
                "WWW-Authenticate: Digest realm=\"r\", qop=\"auth\", nonce=\"n\"",
                "Content-Length: 0",
                "",
                ""));

        List<Seen> seen = same(
                List.of(challenge, OK),
                url -> target(
                        url, Optional.of(ANN), access(Optional.of(Scheme.DIGEST), Optional.empty()), Trust.PLATFORM),
                SendersTests::upload);

        assertThat(seen).hasSize(7);
        assertThat(seen.get(2).fields()).anyMatch(field -> field.startsWith("Authorization: Digest "));
    }

    @Test
    void through_a_proxy() {
        List<Seen> seen = same(
                OK,
                url -> target(
                        "http://my_server/up/",
                        Optional.empty(),
                        access(Optional.empty(), Optional.of(new Proxy("localhost", port(url), Optional.of(ANN)))),
                        Trust.PLATFORM),
                SendersTests::upload);

        assertThat(seen).allSatisfy(packet -> {
            assertThat(packet.line()).startsWith("POST http://my_server/up/");
            assertThat(packet.fields()).contains("Host: my_server", "Proxy-Authorization: " + ANN.basic());
        });
    }

    @Test
    void over_tls() throws Exception {
        TestCertificate certificate = TestCertificate.forName("localhost", folder);
        Trust trust = new Trust(Optional.empty(), true);

        List<Seen> seen = same(
                () -> ScriptedServer.secured(certificate.context(), OK),
                url -> Bench.target(url, Duration.ofSeconds(10), trust),
                SendersTests::upload);

        assertThat(seen).hasSize(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gr\u00f6\u00dfe/", "a%20b/%7Bc%7D/{name}?sv=1%2F2&x=y+z", "a b/"})
    void to_unusual_urls(String place) {
        same(OK, url -> Bench.target(url + place), SendersTests::upload);
    }

    @Test
    void for_a_reply() {
        Reply last = Reply.ack(200, "BITS-Session-Id: {s1}", "BITS-Reply-URL: /r/1");
        Reply whole = Reply.of("HTTP/1.1 206 Part\r\nContent-Length: 4\r\nConnection: close\r\n\r\nabcd");

        List<Seen> seen = same(List.of(OK, last, whole, OK), Bench::target, client -> {
            Upload upload = client.upload(10);
            upload.create();
            upload.sendRest(10);
            assertThat(upload.reply().getWith("Range", "bytes=0-3").body()).isEqualTo("abcd");
            upload.close();
        });

        assertThat(seen.get(2).line()).isEqualTo("GET /r/1 HTTP/1.1");
    }

    private static void upload(BitsClient client) {
        client.ping();
        Upload upload = client.upload(100_000);
        upload.create();
        upload.fragment(0, 0);
        upload.fragment(1, 70_000);
        upload.fragment(70_001, 99_999);
        upload.close();
    }

    private static List<Seen> same(Reply reply, Function<String, Target> target, Consumer<BitsClient> drive) {
        return same(List.of(reply), target, drive);
    }

    private static List<Seen> same(List<Reply> script, Function<String, Target> target, Consumer<BitsClient> drive) {
        return same(() -> ScriptedServer.answering(script.toArray(Reply[]::new)), target, drive);
    }

    private interface Starting {
        ScriptedServer server() throws Exception;
    }

    /** What both send, which must be the same; each uses one connection for all packets. */
    private static List<Seen> same(Starting starting, Function<String, Target> target, Consumer<BitsClient> drive) {
        List<Seen> own = seen(starting, target, drive);
        List<Seen> library = seen(starting, target, client -> {
            client.sendAsOrdinaryClient();
            drive.accept(client);
        });
        assertThat(own).isNotEmpty().isEqualTo(library);
        return own;
    }

    private static List<Seen> seen(Starting starting, Function<String, Target> target, Consumer<BitsClient> drive) {
        try (ScriptedServer server = starting.server();
                Bench bench = Bench.at(target.apply(server.url()))) {
            try (BitsClient client = bench.openCase("case")) {
                drive.accept(client);
            }
            assertThat(bench.exchanges()).extracting(Exchange::ending).containsOnly(Ending.ANSWERED);
            List<Seen> seen = new ArrayList<>();
            for (String request : server.requests()) {
                seen.add(Seen.of(request, server.port()));
            }
            return seen;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static int port(String url) {
        return URI.create(url).getPort();
    }

    private static Access access(Optional<Scheme> scheme, Optional<Proxy> proxy) {
        return new Access(scheme, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), proxy);
    }

    private static Target target(String url, Optional<Credentials> credentials, Access access, Trust trust) {
        return Bench.target(url)
                .with(new RequestSettings(List.of(), true, Duration.ofSeconds(10)))
                .with(trust)
                .with(access.with(credentials));
    }
}
