package org.bitsconformance.drive.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bitsconformance.drive.client.ScriptedServer.Reply;
import org.bitsconformance.drive.transport.DrivingStopped;
import org.bitsconformance.target.CleanUp;
import org.bitsconformance.target.ReadBackMode;
import org.bitsconformance.target.UploadMode;
import org.bitsconformance.target.UploadSettings;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Purpose;
import org.bitsconformance.transcript.http.Digests;
import org.bitsconformance.transcript.http.Payload;
import org.bitsconformance.transcript.http.WireBytes.Generated;
import org.bitsconformance.transcript.http.WireBytes.Omitted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadTests {

    private static final Reply SESSION = Reply.ack(200, "BITS-Session-Id: {s1}");
    private static final Reply OK = Reply.ack(200);

    @Test
    void drivesAnUploadOverOneConnection() {
        try (ScriptedServer server = ScriptedServer.answering(
                        SESSION,
                        Reply.ack(200, "BITS-Received-Content-Range: 4"),
                        Reply.ack(200, "BITS-Received-Content-Range: 10"),
                        OK);
                Bench bench = Bench.at(server)) {
            try (BitsClient client = bench.openCase("upload")) {
                Upload upload = client.upload(10);
                client.setUp(upload::create);
                upload.sendRest(4);
                upload.close();
                assertThat(upload.nextOffset()).isEqualTo(10);
            }

            assertThat(server.requests()).hasSize(4);
            assertThat(server.requests().get(0))
                    .startsWith("BITS_POST /upload/bits-")
                    .contains("\r\nBITS-Packet-Type: Create-Session\r\n")
                    .contains("\r\nBITS-Supported-Protocols: {7df0354d-249b-430f-820d-3d2a9bef4931}\r\n");
            assertThat(server.requests().get(2))
                    .contains("\r\nBITS-Session-Id: {s1}\r\n")
                    .contains("\r\nContent-Range: bytes 4-7/10\r\n")
                    .contains("\r\nContent-Length: 4\r\n");
            assertThat(server.requests().get(3)).contains("\r\nBITS-Packet-Type: Close-Session\r\n");
            assertThat(bench.exchanges())
                    .extracting(Exchange::purpose)
                    .containsExactly(Purpose.SET_UP, Purpose.CASE, Purpose.CASE, Purpose.CASE);
            assertThat(bench.exchanges()).extracting(Exchange::session).containsOnly(1);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void goesOnWhereTheServerSays() {
        try (ScriptedServer server = ScriptedServer.answering(
                        SESSION,
                        Reply.ack(200, "BITS-Received-Content-Range: 2"),
                        Reply.ack(416, "BITS-Received-Content-Range: 6"),
                        Reply.ack(200, "BITS-Received-Content-Range: 10"));
                Bench bench = Bench.at(server);
                BitsClient client = bench.openCase("upload")) {
            Upload upload = client.upload(10);
            upload.create();
            upload.sendRest(4);

            assertThat(server.requests().get(1)).contains("bytes 0-3/10");
            assertThat(server.requests().get(2)).contains("bytes 2-5/10");
            assertThat(server.requests().get(3)).contains("bytes 6-9/10");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        200 | BITS-Received-Content-Range: 0  | the upload makes no progress: the server wants byte 0 again and again
        200 | BITS-Received-Content-Range: 99 | the server wants to go on at 99, outside of the upload
        400 | BITS-Error: 0x80070057          | a fragment was answered 400
        """)
    void stopsIfAnUploadCannotGoOn(int status, String header, String reason) {
        try (ScriptedServer server = ScriptedServer.answering(SESSION, Reply.ack(status, header));
                Bench bench = Bench.at(server);
                BitsClient client = bench.openCase("upload")) {
            Upload upload = client.upload(10);
            upload.create();

            DrivingStopped stopped = stopped(() -> upload.sendRest(4));

            assertThat(stopped).hasMessage(reason);
            assertThat(stopped.ending()).isEqualTo(CaseEnd.Ending.PREREQUISITE_MISSING);
        }
    }

    @Test
    void stopsWithoutASession() {
        try (ScriptedServer server = ScriptedServer.answering(OK);
                Bench bench = Bench.at(server);
                BitsClient client = bench.openCase("upload")) {
            DrivingStopped stopped = stopped(() -> client.upload(10).create());

            assertThat(stopped).hasMessage("Create-Session was answered 200 without BITS-Session-Id");
        }
    }

    @Test
    void anAlteredBodyIsRecordedWhole() {
        try (ScriptedServer server = ScriptedServer.answering(SESSION, OK);
                Bench bench = Bench.at(server);
                BitsClient client = bench.openCase("upload")) {
            Upload upload = client.upload(4000);
            upload.create();
            upload.fragmenting(1000, 2999).altering(500).send();

            Exchange fragment = bench.exchanges().get(1);
            assertThat(fragment.request().omitted()).isEmpty();
            String text = fragment.request().text();
            byte[] sent = text.substring(text.length() - 2000).getBytes(StandardCharsets.ISO_8859_1);
            byte[] right = new Payload(0xB175, 4000).range(1000, 2000);
            assertThat(Arrays.mismatch(sent, 500, 2000, right, 500, 2000)).isEqualTo(-1);
            for (int i = 0; i < 500; i++) {
                assertThat(sent[i]).isNotEqualTo(right[i]);
            }
        }
    }

    @Test
    void aLongBodyIsRecordedSoThatItCanBeRegenerated() {
        try (ScriptedServer server = ScriptedServer.answering(SESSION, OK);
                Bench bench = Bench.at(server);
                BitsClient client = bench.openCase("upload")) {
            Upload upload = client.upload(3 << 20);
            upload.create();
            upload.fragment(1 << 20, (3 << 20) - 1);

            Exchange fragment = bench.exchanges().get(1);
            Omitted omitted = fragment.request().omitted().orElseThrow();
            Generated source = omitted.generated().orElseThrow();
            assertThat(fragment.request().text()).endsWith("\r\n\r\n").hasSizeLessThan(1000);
            assertThat(omitted.length()).isEqualTo(2 << 20);
            assertThat(source.offset()).isEqualTo(1 << 20);
            assertThat(Digests.hex(Digests.sha256()
                            .digest(new Payload(source.seed(), 3 << 20).range(source.offset(), 2 << 20))))
                    .isEqualTo(omitted.sha256());
            assertThat(fragment.request().restored().orElseThrow())
                    .isEqualTo(server.requests().get(1).getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    @Test
    void aFixedUrlAcceptsOneUploadPerCase() {
        try (ScriptedServer server = ScriptedServer.answering(SESSION);
                Bench bench = Bench.at(Bench.target(server.url() + "file.bin"));
                BitsClient client = bench.openCase("two")) {
            client.upload(1).create();

            DrivingStopped stopped = stopped(() -> client.upload(1));

            assertThat(stopped.ending()).isEqualTo(CaseEnd.Ending.NOT_APPLICABLE);
            assertThat(stopped).hasMessage("the target has one URL for every upload, but this case needs several");
            assertThat(server.requests().get(0)).startsWith("BITS_POST /upload/file.bin HTTP/1.1\r\n");
        }
    }

    @Test
    void uploadsOfARunHaveUniqueNames() {
        try (ScriptedServer server = ScriptedServer.answering(SESSION);
                Bench bench = Bench.at(server);
                BitsClient one = bench.openCase("one");
                BitsClient two = bench.openCase("two")) {
            one.upload(1).create();
            one.close();
            two.upload(1).create();

            assertThat(server.requests().stream()
                            .filter(request -> request.contains("Create-Session"))
                            .map(request -> request.substring(0, request.indexOf('\r'))))
                    .hasSize(2)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void keepsToTheDeclaredLimits() {
        try (ScriptedServer server = ScriptedServer.answering(SESSION);
                Bench bench = Bench.at(Bench.target(server.url())
                        .with(new UploadSettings(
                                UploadMode.UPLOAD,
                                ReadBackMode.NONE,
                                CleanUp.NONE,
                                OptionalLong.of(100),
                                OptionalLong.of(10))));
                BitsClient client = bench.openCase("limits")) {
            Upload upload = client.upload(100);
            upload.create();

            assertThat(stopped(() -> client.upload(101)))
                    .hasMessage("the target declares maxUpload 100 bytes, but this case needs 101");
            assertThat(stopped(() -> upload.fragment(0, 10)))
                    .hasMessage("the target declares maxFragment 10 bytes, but this case needs 11");
            assertThat(upload.fragment(0, 9).status()).isEqualTo(200);
        }
    }

    private static DrivingStopped stopped(ThrowingCallable driving) {
        DrivingStopped stopped = catchThrowableOfType(DrivingStopped.class, driving);
        assertThat(stopped).as("driving stopped").isNotNull();
        return stopped;
    }
}
