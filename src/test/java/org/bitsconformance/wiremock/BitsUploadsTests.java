package org.bitsconformance.wiremock;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.github.tomakehurst.wiremock.WireMockServer;
import org.bitsconformance.observe.PlainClient;
import org.junit.jupiter.api.Test;

/** Uploads to a WireMock server of somebody else. */
class BitsUploadsTests {

    private static final byte[] CONTENT = "0123456789".repeat(100).getBytes(US_ASCII);

    @Test
    void a_stub_takes_uploads_next_to_other_stubs() {
        BitsUploads uploads = new BitsUploads();
        try (Stubbed wireMock = new Stubbed(uploads);
                PlainClient client = new PlainClient(wireMock.server.port())) {
            wireMock.server.stubFor(get("/other").willReturn(ok("other")));

            assertThat(client.upload("/upload/a%20b.bin", CONTENT, 300)).isEqualTo(200);
            assertThat(client.packet("/elsewhere/a", "Ping", "Accept-Language: en", new byte[0]))
                    .startsWith("HTTP/1.1 404");
        }
        assertThat(uploads.uploads()).singleElement().satisfies(upload -> {
            assertThat(upload.name()).isEqualTo("a b.bin");
            assertThat(upload.bytes()).isEqualTo(CONTENT);
            assertThat(upload.isClosed()).isTrue();
        });
    }

    @Test
    void an_upload_that_is_not_closed_is_there_as_far_as_it_came() {
        BitsUploads uploads = BitsUploads.with("win32", "fragment-answered-202");
        try (Stubbed wireMock = new Stubbed(uploads);
                PlainClient client = new PlainClient(wireMock.server.port())) {
            String created = client.packet(
                    "/upload/a",
                    "Create-Session",
                    "BITS-Supported-Protocols: {7df0354d-249b-430f-820d-3d2a9bef4931}",
                    new byte[0]);
            String session = created.replaceAll("(?s).*BITS-Session-Id: *(\\S+).*", "$1");
            String answer = client.packet(
                    "/upload/a",
                    "Fragment",
                    "BITS-Session-Id: " + session + "\r\nContent-Range: bytes 0-99/2000",
                    new byte[100]);
            assertThat(answer).as("by the fault").startsWith("HTTP/1.1 202");
        }
        assertThat(uploads.uploads()).singleElement().satisfies(upload -> {
            assertThat(upload.length()).isEqualTo(100);
            assertThat(upload.isClosed()).isFalse();
        });
    }

    @Test
    void names_that_are_not_known_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BitsUploads.with("mc-bup", "no-such"))
                .withMessage("no fault is called \"no-such\"; see the command faults");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BitsUploads.with("latin"))
                .withMessage("dialect must be mc-bup or win32, not \"latin\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BitsUploads.with("mc-bup", "ack-sent-twice"))
                .withMessageStartingWith("ack-sent-twice is a fault below HTTP");
    }

    private static final class Stubbed implements AutoCloseable {

        private final WireMockServer server;

        Stubbed(BitsUploads uploads) {
            server = new WireMockServer(options().dynamicPort().extensions(uploads));
            server.start();
            server.stubFor(BitsUploads.below("/upload/"));
        }

        @Override
        public void close() {
            server.stop();
        }
    }
}
