package org.bitsconformance.drive.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.bitsconformance.drive.client.ScriptedServer.Reply;
import org.bitsconformance.target.Access;
import org.bitsconformance.target.Proxy;
import org.bitsconformance.target.ReadBackMode;
import org.bitsconformance.target.Target;
import org.bitsconformance.target.UploadSettings;
import org.bitsconformance.transcript.ConnectionOpened;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** URLs that are not quite valid but that people use. */
class OddUrlsTests {

    @ParameterizedTest
    @CsvSource({"gr\u00f6\u00dfe, gr%C3%B6%C3%9Fe", "a b, a%20b", "a|b, a%7Cb", "100%, 100%25"})
    void thePathIsPercentEncoded(String folder, String encoded) {
        try (ScriptedServer server = ScriptedServer.answering(Reply.ack(200, "BITS-Session-Id: {s1}"));
                Bench bench = Bench.at(Bench.target(server.url() + folder + "/"))) {
            assertThat(bench.link().preflight().diagnosis()).isEmpty();
            try (BitsClient client = bench.openCase("case")) {
                Upload upload = client.upload(1);
                upload.create();
                upload.pinging().raw().send();
            }
            assertThat(server.requests())
                    .hasSizeGreaterThan(5)
                    .allMatch(request -> request.startsWith("BITS_POST /upload/" + encoded + "/bits-"));
        }
    }

    /** No name service knows the host; the test connects to a proxy, which resolves it instead. */
    @ParameterizedTest
    @CsvSource({"my_server, my_server", "my_server:8080, my_server:8080", "b\u00fccher.example, xn--bcher-kva.example"})
    void theHostIsUsedUnchanged(String host, String written) {
        try (ScriptedServer server = ScriptedServer.answering(Reply.ack(200, "BITS-Session-Id: {s1}"));
                Bench bench = Bench.at(behind("http://" + host + "/up/", server.port()))) {
            assertThat(bench.link().preflight().diagnosis()).isEmpty();
            try (BitsClient client = bench.openCase("case")) {
                Upload upload = client.upload(1);
                upload.create();
                upload.destination().readBack();
            }
            assertThat(server.requests())
                    .hasSizeGreaterThan(5)
                    .allMatch(request -> request.matches("(?s)(BITS_POST|GET) http://" + written + "(:80)?/up/bits-.*"))
                    .allMatch(request -> request.contains("\r\nHost: " + written + "\r\n"));
            assertThat(bench.events(ConnectionOpened.class)).isNotEmpty();
        }
    }

    @Test
    void anUnknownHostIsNamed() {
        try (Bench bench = Bench.at(Bench.target("http://no_such_host.invalid/"))) {
            assertThat(bench.link().preflight().diagnosis().orElseThrow())
                    .startsWith("The host name no_such_host.invalid was not found.");
        }
    }

    private static Target behind(String url, int port) {
        Access access = new Access(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Proxy("localhost", port, Optional.empty())));
        return Bench.target(url)
                .with(UploadSettings.USUAL.with(ReadBackMode.URL))
                .with(access);
    }
}
