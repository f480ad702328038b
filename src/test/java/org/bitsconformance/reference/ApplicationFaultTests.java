package org.bitsconformance.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitsconformance.reference.ScriptedApplication.ok;
import static org.bitsconformance.reference.ScriptedApplication.raw;
import static org.bitsconformance.reference.ScriptedApplication.reset;
import static org.bitsconformance.reference.ScriptedApplication.says;
import static org.bitsconformance.reference.ScriptedApplication.silence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.reference.fault.ApplicationFault;
import org.bitsconformance.reference.fault.Fault;
import org.bitsconformance.reference.fault.ReplyFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults in how a server handles the answer of a server application, or the lack of one. */
public class ApplicationFaultTests {

    private static final String HALF = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf";
    private static final String OLD = "HTTP/1.0 200 OK\r\nContent-Length: 3\r\n\r\nold";

    @Test
    void errors_of_the_application() {
        assertAck(ApplicationFault.APPLICATION_ERROR_ANSWERED_200, says(404, "no"), 200, null, null);
        assertAck(ApplicationFault.APPLICATION_ERROR_ANSWERED_500, says(404, "no"), 500, "0x80190194", "0x7");
        assertAck(ApplicationFault.APPLICATION_ERROR_CONTEXT_OF_SERVER, says(404, "no"), 404, "0x80190194", "0x5");
        assertAck(ApplicationFault.APPLICATION_ERROR_CONTEXT_OF_SERVER, raw("x"), 411, "0x80070057", "0x5");
        assertAck(ApplicationFault.APPLICATION_ERROR_WITHOUT_CONTEXT, says(404, "no"), 404, "0x80190194", null);
    }

    @Test
    void answers_that_are_not_valid() {
        assertAck(ApplicationFault.NOTIFICATION_UNANSWERED_ACCEPTED, raw(""), 200, null, null);
        assertAck(ApplicationFault.NOTIFICATION_UNANSWERED_ACCEPTED, reset(""), 500, "0x801901F4", "0x7");
        assertAck(ApplicationFault.NOTIFICATION_UNSENT_ACCEPTED, reset(""), 200, null, null);
        assertAck(ApplicationFault.NOTIFICATION_UNSENT_ACCEPTED, raw(""), 500, "0x801901F4", "0x7");
        assertAck(ApplicationFault.APPLICATION_ANSWER_CUT_ACCEPTED, raw(HALF), 200, null, null);
        assertAck(ApplicationFault.APPLICATION_ANSWER_CUT_ACCEPTED, reset(""), 500, "0x801901F4", "0x7");
        assertAck(ApplicationFault.APPLICATION_ANSWER_INVALID_ACCEPTED, raw("garbage"), 200, null, null);
        assertAck(ApplicationFault.APPLICATION_ANSWER_INVALID_ACCEPTED, raw(OLD), 411, "0x80070057", "0x7");
        assertAck(ApplicationFault.APPLICATION_HTTP_1_0_ACCEPTED, raw(OLD), 200, null, null);
        assertAck(ApplicationFault.APPLICATION_HTTP_1_0_ACCEPTED, raw("garbage"), 411, "0x80070057", "0x7");
        assertAck(ApplicationFault.APPLICATION_ANSWER_INVALID_ANSWERED_400, raw("garbage"), 400, "0x80070057", "0x7");
        assertAck(ApplicationFault.APPLICATION_ANSWER_INVALID_OTHER_CODE, raw(OLD), 411, "0x80004005", "0x7");
    }

    @Test
    void answers_that_come_too_late() {
        assertTimeout(ApplicationFault.NOTIFICATION_TIMEOUT_ACCEPTED, 200, null, null);
        assertTimeout(ApplicationFault.NOTIFICATION_TIMEOUT_ANSWERED_500, 500, "0x80070112", "0x7");
        assertTimeout(ApplicationFault.NOTIFICATION_TIMEOUT_OTHER_CODE, 408, "0x80004005", "0x7");
        assertTimeout(ApplicationFault.NOTIFICATION_TIMEOUT_CONTEXT_OF_SERVER, 408, "0x80070112", "0x5");
        assertTimeout(ApplicationFault.APPLICATION_ERROR_CONTEXT_OF_SERVER, 408, "0x80070112", "0x7");
    }

    @Test
    void an_application_that_cannot_be_reached() throws IOException {
        ScriptedApplication gone = new ScriptedApplication(ok(""));
        gone.close();
        Driver driver = DirectWire.driver(DirectWire.server(ReferenceOptions.conformant(Document.MC_BUP)
                .withNotifying(gone.byValue())
                .withFaults(ApplicationFault.NOTIFICATION_UNSENT_ACCEPTED)));
        assertThat(driver.fragment("/f", driver.open("/f"), NotifiedUpload.DATA, 0, 299)
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "REPLY_URL_MISSING, false, true",
        "REPLY_URL_NOT_REPEATED, true, false",
        "REPLY_URL_ON_EVERY_FRAGMENT, true, true"
    })
    void reply_urls_that_are_missing_or_one_too_many(ReplyFault fault, boolean first, boolean again) {
        try (NotifiedUpload upload = NotifiedUpload.byValue(fault, ok("the reply"))) {
            assertThat(upload.replyUrl().isPresent()).isEqualTo(first);
            assertThat(upload.again().headers().contains(BitsHeaders.REPLY_URL)).isEqualTo(again);
            assertThat(upload.first().headers().contains(BitsHeaders.REPLY_URL))
                    .isEqualTo(fault == ReplyFault.REPLY_URL_ON_EVERY_FRAGMENT);
            assertThat(upload.reply()).isEqualTo("the reply");
        }
    }

    @Test
    void long_reply_urls_and_replies_in_acks() {
        try (NotifiedUpload upload = NotifiedUpload.byValue(ReplyFault.REPLY_URL_OVER_4_KB, ok("the reply"))) {
            assertThat(upload.replyUrl().orElseThrow())
                    .hasSizeGreaterThan(4096)
                    .startsWith("http://127.0.0.1/reply/1?");
        }
        try (NotifiedUpload upload = NotifiedUpload.byValue(ReplyFault.REPLY_IN_ACK, ok("the reply"))) {
            assertThat(upload.last().body().isEmpty()).isFalse();
            assertThat(upload.first().body().isEmpty()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "REPLY_NOT_DOWNLOADABLE, 404, 404, 404",
        "REPLY_LOSES_LAST_BYTE, the repl, 404, 404",
        "REPLY_STAYS_AFTER_CLOSE, the reply, the reply, 404",
        "REPLY_STAYS_AFTER_CANCEL, the reply, 404, the reply"
    })
    void wrong_replies(ReplyFault fault, String reply, String closed, String cancelled) {
        for (boolean cancelling : new boolean[] {false, true}) {
            try (NotifiedUpload upload = NotifiedUpload.byValue(fault, ok("the reply"))) {
                assertThat(upload.replyUrl()).contains("http://127.0.0.1/reply/1");
                assertThat(upload.reply()).isEqualTo(reply);
                upload.close(cancelling);
                assertThat(upload.reply()).isEqualTo(cancelling ? cancelled : closed);
            }
        }
    }

    @Test
    void replies_that_the_application_keeps() throws IOException {
        String header = "BITS-Static-Response-URL:";
        try (NotifiedUpload upload =
                NotifiedUpload.byValue(ReplyFault.STATIC_REPLY_URL_IGNORED, ok("", header + "http://other/reply"))) {
            assertThat(upload.replyUrl()).contains("http://127.0.0.1/reply/1");
        }
        try (NotifiedUpload upload = NotifiedUpload.byValue(ReplyFault.STATIC_REPLY_URL_EMPTY_TAKEN, ok("", header))) {
            assertThat(upload.replyUrl()).contains("");
        }
        try (NotifiedUpload upload =
                NotifiedUpload.byValue(ReplyFault.STATIC_REPLY_URL_RELATIVE_ACCEPTED, ok("", header + "/reply"))) {
            assertThat(upload.replyUrl()).contains("/reply");
        }
        String large = "http://other/" + "r".repeat(2200);
        try (NotifiedUpload upload =
                NotifiedUpload.byValue(ReplyFault.STATIC_REPLY_URL_TOO_LONG_ACCEPTED, ok("", header + large))) {
            assertThat(upload.replyUrl()).contains(large);
        }
        try (ScriptedApplication other = new ScriptedApplication(ok(""));
                NotifiedUpload upload =
                        NotifiedUpload.byValue(ReplyFault.STATIC_REPLY_DELETED, ok("", header + other.url()))) {
            upload.close(false);
            assertThat(other.heard().get(0).startLine()).isEqualTo("DELETE /app/handle?kind=a HTTP/1.1");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "COPY_HEADER_IGNORED, BITS-Copy-File-To-Destination: true, 404",
        "COPY_HEADER_NEEDS_TRUE, BITS-Copy-File-To-Destination: true, 200",
        "COPY_HEADER_NEEDS_TRUE, BITS-Copy-File-To-Destination:, 404",
        "COPY_WITHOUT_BEING_ASKED, X-Other: true, 200"
    })
    void uploads_that_are_published_or_not(ReplyFault fault, String header, int status) {
        try (NotifiedUpload upload = NotifiedUpload.byValue(fault, ok("", header))) {
            assertThat(upload.driver().get("/f").status()).isEqualTo(404);
            upload.close(false);
            assertThat(upload.driver().get("/f").status()).isEqualTo(status);
        }
    }

    @Test
    void files(@TempDir Path folder) {
        try (NotifiedUpload upload =
                NotifiedUpload.byReference(ReplyFault.REPLY_FILE_IGNORED, folder, (heard, socket) -> {
                    Files.writeString(
                            Path.of(heard.header(BitsHeaders.RESPONSE_DATA_ENTITY_NAME)
                                    .orElseThrow()),
                            "in the file");
                    ok("").play(heard, socket);
                })) {
            assertThat(upload.reply()).isEmpty();
        }
        try (NotifiedUpload upload =
                NotifiedUpload.byReference(ReplyFault.REQUEST_FILE_GONE_ACCEPTED, folder, (heard, socket) -> {
                    Files.delete(Path.of(
                            heard.header(BitsHeaders.REQUEST_DATA_ENTITY_NAME).orElseThrow()));
                    ok("").play(heard, socket);
                })) {
            assertThat(upload.close(false).status()).isEqualTo(200);
        }
        try (NotifiedUpload upload = NotifiedUpload.byReference(ReplyFault.DATA_FILES_LEFT, folder, ok(""))) {
            upload.close(false);
            assertThat(Path.of(upload.notice()
                            .header(BitsHeaders.REQUEST_DATA_ENTITY_NAME)
                            .orElseThrow()))
                    .hasBinaryContent(NotifiedUpload.DATA.array());
        }
    }

    private static void assertTimeout(Fault fault, int status, String code, String context) {
        try (NotifiedUpload upload = NotifiedUpload.hasty(fault, silence(""))) {
            assertAck(upload.last(), status, code, context);
        }
    }

    private static void assertAck(
            Fault fault, ScriptedApplication.Script script, int status, String code, String context) {
        try (NotifiedUpload upload = NotifiedUpload.byValue(fault, script)) {
            assertAck(upload.last(), status, code, context);
        }
    }

    private static void assertAck(ReceivedReply ack, int status, String code, String context) {
        assertThat(ack.status()).isEqualTo(status);
        assertThat(ack.header(BitsHeaders.ERROR).orElse(null)).isEqualTo(code);
        assertThat(ack.header(BitsHeaders.ERROR_CONTEXT).orElse(null)).isEqualTo(context);
        assertThat(ack.headers().contains(BitsHeaders.REPLY_URL)).isEqualTo(status == 200);
    }
}
