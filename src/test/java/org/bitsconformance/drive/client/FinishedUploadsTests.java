package org.bitsconformance.drive.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.bitsconformance.drive.client.ScriptedServer.Reply;
import org.bitsconformance.drive.client.ScriptedServer.Then;
import org.bitsconformance.target.Budget;
import org.bitsconformance.target.CleanUp;
import org.bitsconformance.target.Credentials;
import org.bitsconformance.target.ReadBackMode;
import org.bitsconformance.target.RequestSettings;
import org.bitsconformance.target.Target;
import org.bitsconformance.target.UploadSettings;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Purpose;
import org.bitsconformance.transcript.http.Header;
import org.junit.jupiter.api.Test;

/** What a case left at its destinations is deleted if the target file says so, and nothing else is. */
class FinishedUploadsTests {

    private static final Reply SESSION = Reply.ack(200, "BITS-Session-Id: {s1}");
    private static final Reply OK = Reply.ack(200);
    private static final Reply DELETED = Reply.of("HTTP/1.1 204 No Content\r\n\r\n");
    private static final UploadSettings DELETING =
            UploadSettings.USUAL.with(ReadBackMode.NONE).with(CleanUp.DELETE);

    @Test
    void a_closed_upload_is_deleted_over_its_own_connection() {
        try (ScriptedServer server = ScriptedServer.answering(SESSION, OK, DELETED);
                Bench bench = Bench.at(Bench.target(server.url()).with(DELETING))) {
            String name = closed(bench);

            assertThat(server.requests())
                    .hasSize(3)
                    .last()
                    .asString()
                    .startsWith("DELETE /upload/" + name + " HTTP/1.1\r\n");
            assertThat(bench.exchanges())
                    .last()
                    .returns(Purpose.CLEAN_UP, Exchange::purpose)
                    .returns("case", Exchange::caseId);
            assertThat(bench.exchanges()).extracting(Exchange::connection).containsExactly("c1", "c1", "c2");
        }
    }

    @Test
    void nothing_is_deleted_unless_the_target_file_says_so() {
        try (ScriptedServer server = ScriptedServer.answering(SESSION, OK);
                Bench bench = Bench.at(server)) {
            closed(bench);

            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void an_upload_whose_last_byte_was_accepted_is_deleted_and_any_other_is_only_cancelled() {
        try (ScriptedServer server = ScriptedServer.answering(SESSION, OK, OK, SESSION, OK);
                Bench bench = Bench.at(Bench.target(server.url()).with(DELETING))) {
            String whole;
            try (BitsClient client = bench.openCase("case")) {
                Upload upload = client.upload(10);
                upload.create();
                upload.sendRest(5);
                whole = upload.name();
                Upload half = client.upload(10);
                half.create();
                half.fragment(0, 4);
            }

            assertThat(deletes(server)).containsExactly("DELETE /upload/" + whole + " HTTP/1.1");
        }
    }

    @Test
    void the_request_has_the_usual_headers_and_credentials_but_no_bits_field() {
        try (ScriptedServer server = ScriptedServer.answering(SESSION, OK, DELETED)) {
            Target target = Bench.secretTarget(
                            server.url(),
                            ReadBackMode.NONE,
                            new Credentials("ann", "word"),
                            new Header("X-Tenant", "blue"))
                    .with(new RequestSettings(List.of(new Header("X-Tenant", "blue")), true, Duration.ofSeconds(10)))
                    .with(DELETING);
            try (TargetLink link = new TargetLink(target, Budget.UNLIMITED, "suite/1", event -> {});
                    BitsClient client = link.openCase("case")) {
                Upload upload = client.upload(0);
                upload.create();
                upload.close();
            }

            assertThat(server.requests())
                    .last()
                    .asString()
                    .startsWith("DELETE ")
                    .contains("X-Tenant: blue\r\n", "Authorization: Basic ", "User-Agent: suite/1 (case)\r\n")
                    .doesNotContain("BITS");
        }
    }

    @Test
    void a_server_that_does_not_answer_two_requests_is_left_alone() {
        Reply hangsUp = Reply.of("").then(Then.CLOSE);
        try (ScriptedServer server = ScriptedServer.answering(SESSION, OK, SESSION, OK, SESSION, OK, hangsUp);
                Bench bench = Bench.at(Bench.target(server.url()).with(DELETING))) {
            try (BitsClient client = bench.openCase("case")) {
                for (int i = 0; i < 3; i++) {
                    Upload upload = client.upload(0);
                    upload.create();
                    upload.close();
                }
            }

            assertThat(deletes(server)).hasSize(2);
        }
    }

    @Test
    void the_suite_deletes_only_names_of_its_own_run() {
        FinishedUploads finished = new FinishedUploads("bits-0badf00d-");
        finished.seen(URI.create("http://h/upload/"));
        finished.seen(URI.create("http://h/upload/bits-11111111-1.bin"));
        finished.seen(URI.create("http://h/upload/bits-0badf00d-1.bin"));
        finished.seen(URI.create("http://h/upload/bits-0badf00d-1.bin"));

        assertThat(finished.all()).containsExactly(URI.create("http://h/upload/bits-0badf00d-1.bin"));
    }

    private static String closed(Bench bench) {
        try (BitsClient client = bench.openCase("case")) {
            Upload upload = client.upload(0);
            upload.create();
            upload.close();
            return upload.name();
        }
    }

    private static List<String> deletes(ScriptedServer server) {
        return server.requests().stream()
                .filter(request -> request.startsWith("DELETE "))
                .map(request -> request.substring(0, request.indexOf("\r\n")))
                .toList();
    }
}
