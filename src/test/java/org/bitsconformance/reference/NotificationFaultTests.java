package org.bitsconformance.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitsconformance.protocol.BitsHeaders.ORIGINAL_REQUEST_URL;
import static org.bitsconformance.reference.ScriptedApplication.ok;
import static org.bitsconformance.reference.ScriptedApplication.says;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.reference.fault.Fault;
import org.bitsconformance.reference.fault.NotificationFault;
import org.bitsconformance.reference.http.HeaderFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Faults in whether, when and how a server application is notified. */
public class NotificationFaultTests {

    @TempDir
    private Path folder;

    @Test
    void never() {
        try (NotifiedUpload upload = byValue(NotificationFault.NOTIFICATION_NEVER_SENT)) {
            assertThat(upload.last().status()).isEqualTo(200);
            assertThat(upload.replyUrl()).isPresent();
            assertThat(upload.heard()).isEmpty();
        }
    }

    @Test
    void too_early() {
        try (NotifiedUpload upload = byValue(NotificationFault.NOTIFICATION_AT_FIRST_FRAGMENT)) {
            assertThat(upload.heardAtFirst()).hasSize(1);
            assertThat(upload.heard()).hasSize(1);
            assertThat(upload.reply()).isEqualTo("the reply");
        }
    }

    @Test
    void only_at_close() {
        try (NotifiedUpload upload =
                byValue(NotificationFault.NOTIFICATION_AT_CLOSE, "BITS-Copy-File-To-Destination: 1")) {
            assertThat(upload.replyUrl()).isPresent();
            assertThat(upload.heardAtLast()).isEmpty();
            assertThat(upload.close(false).status()).isEqualTo(200);
            assertThat(upload.heard()).hasSize(1);
            assertThat(upload.driver().get("/f").status()).isEqualTo(200);
        }
    }

    @Test
    void after_the_ack() {
        try (NotifiedUpload upload =
                byValue(NotificationFault.NOTIFICATION_AFTER_ACK, "BITS-Copy-File-To-Destination: 1")) {
            assertThat(upload.last().status()).isEqualTo(200);
            assertThat(upload.replyUrl()).isPresent();
            assertThat(upload.reply()).isEqualTo("the reply");
            assertThat(upload.again().status()).isEqualTo(200);
            assertThat(upload.heard()).hasSize(1);
            upload.close(false);
            assertThat(upload.driver().get("/f").status()).isEqualTo(200);
        }
    }

    @Test
    void twice() {
        try (NotifiedUpload upload = byValue(NotificationFault.NOTIFICATION_SENT_TWICE)) {
            assertThat(upload.heardAtLast()).hasSize(2);
            upload.again();
            assertThat(upload.heard()).hasSize(2);
        }
    }

    @Test
    void again_after_success() {
        try (NotifiedUpload upload = byValue(NotificationFault.NOTIFICATION_AGAIN_AFTER_SUCCESS)) {
            assertThat(upload.heardAtLast()).hasSize(1);
            assertThat(upload.again().headers().all(BitsHeaders.REPLY_URL))
                    .containsExactly(upload.replyUrl().orElseThrow());
            assertThat(upload.heard()).hasSize(2);
        }
    }

    @Test
    void not_again_after_an_error() {
        try (NotifiedUpload upload =
                NotifiedUpload.byValue(NotificationFault.NOTIFICATION_NOT_AGAIN_AFTER_ERROR, says(500, ""), ok(""))) {
            assertThat(upload.last().status()).isEqualTo(500);
            assertThat(upload.again().status()).isEqualTo(200);
            assertThat(upload.heard()).hasSize(1);
        }
    }

    @Test
    void again_after_403() throws IOException {
        try (ScriptedApplication application = new ScriptedApplication(says(403, ""), ok(""))) {
            Driver driver = DirectWire.driver(DirectWire.server(ReferenceOptions.conformant(Document.WIN32)
                    .withNotifying(application.byValue())
                    .withFaults(NotificationFault.NOTIFICATION_AGAIN_AFTER_403)));
            String id = driver.open("/f");
            assertThat(driver.fragment("/f", id, NotifiedUpload.DATA, 0, 299).status())
                    .isEqualTo(403);
            assertThat(driver.fragment("/f", id, NotifiedUpload.DATA, 0, 299).status())
                    .isEqualTo(200);
            assertThat(application.heard()).hasSize(2);
        }
    }

    @Test
    void a_relative_path() {
        try (NotifiedUpload upload =
                NotifiedUpload.byReference(NotificationFault.NOTIFICATION_REQUEST_FILE_RELATIVE, folder, ok(""))) {
            assertThat(upload.notice().header(BitsHeaders.REQUEST_DATA_ENTITY_NAME))
                    .contains("request-1");
            assertThat(upload.notice().header(BitsHeaders.RESPONSE_DATA_ENTITY_NAME))
                    .hasValueSatisfying(path -> assertThat(Path.of(path)).isAbsolute());
            assertThat(upload.notice().header(ORIGINAL_REQUEST_URL)).contains("http://127.0.0.1/f?account=7");
        }
    }

    @Test
    void an_error_ends_the_session() {
        try (NotifiedUpload upload =
                NotifiedUpload.byValue(NotificationFault.NOTIFICATION_FAILURE_ENDS_SESSION, says(404, ""), ok(""))) {
            assertThat(upload.last().status()).isEqualTo(404);
            ReceivedReply gone = upload.again();
            assertThat(gone.header(BitsHeaders.ERROR)).contains("0x8020001F");
            assertThat(gone.header(BitsHeaders.ERROR_CONTEXT)).contains("0x5");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NOTIFICATION_BY_PUT, PUT /app/handle?kind=a&account=7 HTTP/1.1",
        "NOTIFICATION_TO_OTHER_PATH, POST /elsewhere?kind=a&account=7 HTTP/1.1",
        "NOTIFICATION_WITHOUT_QUERY, POST /app/handle?kind=a HTTP/1.1"
    })
    void other_request_lines(NotificationFault fault, String line) {
        try (NotifiedUpload upload = byValue(fault)) {
            assertThat(upload.notice().startLine()).isEqualTo(line);
            assertThat(upload.last().status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NOTIFICATION_WITHOUT_ORIGINAL_URL,",
        "NOTIFICATION_ORIGINAL_URL_RELATIVE, /f?account=7",
        "NOTIFICATION_ORIGINAL_URL_OF_OTHER, http://127.0.0.1/f-other?account=7"
    })
    void other_original_urls(NotificationFault fault, String url) {
        try (NotifiedUpload upload = byValue(fault)) {
            assertThat(upload.notice().headers().all(ORIGINAL_REQUEST_URL))
                    .isEqualTo(url == null ? List.of() : List.of(url));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NOTIFICATION_WITHOUT_REQUEST_FILE, false, true",
        "NOTIFICATION_WITHOUT_RESPONSE_FILE, true, false",
        "NOTIFICATION_BY_REFERENCE_WITH_BODY, true, true"
    })
    void by_reference(NotificationFault fault, boolean request, boolean response) {
        try (NotifiedUpload upload = NotifiedUpload.byReference(fault, folder, ok(""))) {
            HeaderFields headers = upload.notice().headers();
            assertThat(headers.contains(BitsHeaders.REQUEST_DATA_ENTITY_NAME)).isEqualTo(request);
            assertThat(headers.contains(BitsHeaders.RESPONSE_DATA_ENTITY_NAME)).isEqualTo(response);
            assertThat(upload.notice().body().isEmpty()).isEqualTo(!(request && response));
            assertThat(headers.first(BitsHeaders.CONTENT_LENGTH))
                    .contains(String.valueOf(upload.notice().body().length()));
        }
    }

    @Test
    void by_value_with_the_headers_of_by_reference() {
        try (NotifiedUpload upload = byValue(NotificationFault.NOTIFICATION_BY_VALUE_WITH_FILES)) {
            assertThat(upload.notice().header(BitsHeaders.REQUEST_DATA_ENTITY_NAME))
                    .isPresent();
            assertThat(upload.notice().header(BitsHeaders.RESPONSE_DATA_ENTITY_NAME))
                    .isPresent();
            assertThat(upload.notice().body().array()).isEqualTo(NotifiedUpload.DATA.array());
        }
    }

    @Test
    void by_value_other_bytes() {
        try (NotifiedUpload upload = byValue(NotificationFault.NOTIFICATION_LOSES_LAST_BYTE)) {
            assertThat(upload.notice().body().array())
                    .isEqualTo(NotifiedUpload.DATA.slice(0, 299).array());
            assertThat(upload.notice().header(BitsHeaders.CONTENT_LENGTH)).contains("299");
        }
        try (NotifiedUpload upload = byValue(NotificationFault.NOTIFICATION_FLIPS_A_BIT)) {
            assertThat(Arrays.mismatch(upload.notice().body().array(), NotifiedUpload.DATA.array()))
                    .isEqualTo(150);
        }
    }

    @Test
    void chunked() {
        try (NotifiedUpload upload = byValue(NotificationFault.NOTIFICATION_CHUNKED)) {
            assertThat(upload.notice().header(BitsHeaders.CONTENT_LENGTH)).isEmpty();
            assertThat(upload.notice().body().array()).isEqualTo(NotifiedUpload.DATA.array());
        }
        try (NotifiedUpload upload =
                NotifiedUpload.byReference(NotificationFault.NOTIFICATION_CHUNKED, folder, ok(""))) {
            assertThat(upload.notice().header("Transfer-Encoding")).contains("chunked");
            assertThat(upload.last().status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource(
            names = {"NOTIFICATION_LOSES_LAST_BYTE", "NOTIFICATION_FLIPS_A_BIT", "NOTIFICATION_BY_VALUE_WITH_FILES"})
    void what_is_wrong_by_value_may_be_right_by_reference(NotificationFault fault) {
        try (NotifiedUpload upload = NotifiedUpload.byReference(fault, folder, ok(""))) {
            assertThat(upload.notice().body().isEmpty()).isTrue();
            assertThat(upload.notice()
                            .header(BitsHeaders.REQUEST_DATA_ENTITY_NAME)
                            .orElseThrow())
                    .startsWith(folder.toString());
        }
    }

    private static NotifiedUpload byValue(Fault fault, String... lines) {
        return NotifiedUpload.byValue(fault, ok("the reply", lines));
    }
}
