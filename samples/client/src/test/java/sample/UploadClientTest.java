package sample;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.net.URI;
import org.bitsconformance.junit.ReferenceServerExtension;
import org.bitsconformance.wiremock.BitsUploads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UploadClientTest {

    private final byte[] file = "a file of some length ".repeat(500).getBytes();
    private final UploadClient client = new UploadClient(4096);

    @RegisterExtension
    final ReferenceServerExtension server = new ReferenceServerExtension();

    @Test
    void uploads() throws Exception {
        client.upload(file, server.url("a.txt"));

        assertArrayEquals(file, server.uploads().get(0).bytes());
        server.assertConformant();
    }

    @Test
    void goesOnFromTheOffsetThatTheServerNames() throws Exception {
        client.upload(file, server.stimulusUrl("range-middle", "a.txt"));

        assertArrayEquals(file, server.uploads().get(0).bytes());
        server.assertConformant();
    }

    @Test
    void passesOnThatTheServerRefusesTheFile() {
        assertThrows(IOException.class, () -> client.upload(file, server.stimulusUrl("refused-403", "a.txt")));
        assertTrue(server.uploads().isEmpty());
        server.assertConformant();
    }

    @Test
    void uploadsToAStubOfWireMock() throws Exception {
        BitsUploads uploads = new BitsUploads();
        WireMockServer wireMock = new WireMockServer(options().dynamicPort().extensions(uploads));
        wireMock.start();
        try {
            wireMock.stubFor(BitsUploads.below("/upload/"));
            client.upload(file, URI.create(wireMock.baseUrl() + "/upload/a.txt"));

            assertArrayEquals(file, uploads.uploads().get(0).bytes());
        } finally {
            wireMock.stop();
        }
    }
}
