package org.bitsconformance.junit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bitsconformance.observe.PlainClient;
import org.bitsconformance.observe.UploadClient;
import org.bitsconformance.upload.ReceivedUpload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.opentest4j.AssertionFailedError;

/** The reference server in the tests of somebody's client. */
class ReferenceServerExtensionTests {

    private static final byte[] CONTENT = "0123456789".repeat(100).getBytes(US_ASCII);
    private static final byte[] NOTHING = {};
    private static final List<Integer> PORTS = new CopyOnWriteArrayList<>();

    @RegisterExtension
    final ReferenceServerExtension server = new ReferenceServerExtension();

    @RegisterExtension
    final ReferenceServerExtension faulty =
            new ReferenceServerExtension().dialect("win32").faults("gap-accepted");

    @Test
    void a_conformant_client_has_no_binding_findings_and_its_upload_is_there() throws Exception {
        String problem = new UploadClient(server.url("a.bin"), CONTENT, 300, "", Set.of()).upload();

        assertThat(problem).isEmpty();
        assertThat(server.uploads()).singleElement().satisfies(upload -> {
            assertThat(upload.name()).isEqualTo("a.bin");
            assertThat(upload.bytes()).isEqualTo(CONTENT);
            assertThat(upload.isClosed()).isTrue();
        });
        assertThat(server.findings()).noneMatch(ClientFinding::binding);
        server.assertConformant();
        assertThat(faulty.uploads()).isEmpty();
    }

    @Test
    void an_upload_is_there_while_it_goes_on_and_the_client_is_judged_so_far() {
        try (PlainClient client = new PlainClient(server.port())) {
            String created = client.packet(
                    server.url("b").getPath(),
                    "Create-Session",
                    "BITS-Supported-Protocols: {7df0354d-249b-430f-820d-3d2a9bef4931}",
                    NOTHING);
            String session = created.replaceAll("(?s).*BITS-Session-Id: *(\\S+).*", "$1");
            client.packet(
                    server.url("b").getPath(),
                    "Fragment",
                    "BITS-Session-Id: " + session + "\r\nContent-Range: bytes 0-99/1000",
                    new byte[100]);

            assertThat(server.uploads()).extracting(ReceivedUpload::length).containsExactly(100L);
            assertThat(server.uploads()).noneMatch(ReceivedUpload::isClosed);
            server.assertConformant();

            client.packet(
                    server.url("b").getPath(),
                    "Fragment",
                    "BITS-Session-Id: " + session + "\r\nContent-Range: bytes 500-599/1000",
                    new byte[100]);
            assertThat(server.findings())
                    .extracting(ClientFinding::requirement)
                    .containsExactly("packet.fragment.order");
            assertThatExceptionOfType(AssertionFailedError.class)
                    .isThrownBy(server::assertConformant)
                    .withMessageContaining("bytes 500-599/1000")
                    .withMessageContaining("requirement packet.fragment.order (MC-BUP 2.2.6; ");
        }
    }

    @Test
    void a_client_that_never_came_is_not_conformant() {
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(server::assertConformant)
                .withMessage("no client has sent a BITS packet to " + server.url());
    }

    @Test
    void an_upload_can_meet_a_stimulus() {
        try (PlainClient client = new PlainClient(server.port())) {
            int status =
                    client.upload(server.stimulusUrl("range-middle", "a.bin").getPath(), CONTENT, 1000);
            assertThat(status).isEqualTo(416);
        }
    }

    @Test
    void one_server_in_a_static_field_serves_the_class_and_one_in_an_instance_field_each_test() {
        PORTS.clear();
        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(OfClientAuthor.class))
                .execute()
                .testEvents()
                .assertStatistics(all -> all.succeeded(2));

        assertThat(PORTS).hasSize(2);
        assertThat(PORTS.get(1)).isEqualTo(PORTS.get(0));
        assertThatIllegalStateException().isThrownBy(OfClientAuthor.SHARED::url);
    }

    @Test
    void reports_are_written_when_the_server_stops(@TempDir Path folder) {
        ReferenceServerExtension reporting = new ReferenceServerExtension().reports(folder);
        reporting.beforeEach(null);
        upload(reporting, "a");
        reporting.afterEach(null);
        assertThat(folder.resolve("report.html")).content().contains("Plain/1");
    }

    @Test
    void names_that_are_not_known_are_refused() {
        ReferenceServerExtension any = new ReferenceServerExtension();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> any.faults("no-such"))
                .withMessage("no fault is called \"no-such\"; see the command faults");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> any.stimulus("no-such"))
                .withMessage("no stimulus is called \"no-such\"; see the command stimuli");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> any.dialect("latin"))
                .withMessage("dialect must be mc-bup or win32, not \"latin\"");
    }

    private static void upload(ReferenceServerExtension server, String name) {
        try (PlainClient client = new PlainClient(server.port())) {
            assertThat(client.upload(server.url(name).getPath(), CONTENT, 300)).isEqualTo(200);
        }
    }

    /** The test class of an author of a client. */
    static class OfClientAuthor {

        @RegisterExtension
        static final ReferenceServerExtension SHARED = new ReferenceServerExtension();

        @RegisterExtension
        final ReferenceServerExtension own = new ReferenceServerExtension();

        @Test
        void one() {
            upload(SHARED, "one");
            PORTS.add(SHARED.port());
            assertThat(own.uploads()).isEmpty();
        }

        @Test
        void two() {
            upload(own, "two");
            PORTS.add(SHARED.port());
            assertThat(own.uploads()).hasSize(1);
        }
    }
}
