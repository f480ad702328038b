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
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.reference.http.Bytes;
import org.bitsconformance.reference.server.Notifying;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A server application that refuses the upload, or gives no usable answer. */
class NotificationErrorTests {

    private static final Bytes DATA = TestData.bytes(300);

    static Stream<Arguments> errors() {
        return Stream.of(
                Arguments.of(says(404, "no"), 404, "0x80190194"),
                Arguments.of(says(503, ""), 503, "0x801901F7"),
                Arguments.of(says(302, ""), 302, "0x8019012E"),
                Arguments.of(says(599, ""), 500, "0x801901F4"),
                Arguments.of(raw("HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n"), 411, "0x80070057"),
                Arguments.of(ok("", "BITS-Static-Response-URL: /reply"), 411, "0x80070057"),
                Arguments.of(raw("garbage"), 411, "0x80070057"),
                Arguments.of(raw("HTTP/1.1 OK\r\n\r\n"), 411, "0x80070057"),
                Arguments.of(raw("HTTP/1.1 200 OK\r\nno colon\r\n\r\n"), 411, "0x80070057"),
                Arguments.of(raw("HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n"), 411, "0x80070057"),
                Arguments.of(raw("HTTP/1.1 200 OK\r\nContent-Length: 999999999999\r\n\r\n"), 411, "0x80070057"),
                Arguments.of(raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: x\r\n\r\n"), 411, "0x80070057"),
                Arguments.of(raw(""), 500, "0x801901F4"),
                Arguments.of(raw("HTTP/1.1 200 OK\r\nContent-Le"), 500, "0x801901F4"),
                Arguments.of(raw("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf"), 500, "0x801901F4"),
                Arguments.of(reset(""), 500, "0x801901F4"),
                Arguments.of(reset("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n"), 500, "0x801901F4"));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void the_last_fragment_is_refused_and_may_be_repeated(ScriptedApplication.Script error, int status, String code)
            throws IOException {
        try (ScriptedApplication application = new ScriptedApplication(error, ok("now"))) {
            Driver driver = driver(Document.MC_BUP, application.byValue());
            String id = driver.open("/f");
            ReceivedReply refused = upload(driver, id);
            assertThat(refused.status()).isEqualTo(status);
            assertThat(refused.header(BitsHeaders.ERROR)).contains(code);
            assertThat(refused.header(BitsHeaders.ERROR_CONTEXT)).contains("0x7");
            assertThat(refused.header(BitsHeaders.RECEIVED_CONTENT_RANGE)).contains("300");
            assertThat(refused.header(BitsHeaders.REPLY_URL)).isEmpty();

            ReceivedReply again = driver.fragment("/f", id, DATA, 100, 299);
            assertThat(again.status()).isEqualTo(200);
            assertThat(again.header(BitsHeaders.REPLY_URL)).isPresent();
            assertThat(application.heard()).hasSize(2);
        }
    }

    static Stream<ScriptedApplication.Script> slow() {
        return Stream.of(silence(""), silence("HTTP/1.1 200 OK\r\nContent-"), (heard, socket) -> {
            raw("HTTP/1.1 200 OK\r\nContent-Length: 9999999\r\n\r\n").play(heard, socket);
            socket.setTcpNoDelay(true);
            while (true) {
                socket.getOutputStream().write('x');
            }
        });
    }

    @ParameterizedTest
    @MethodSource("slow")
    void an_application_that_takes_too_long_is_abandoned(ScriptedApplication.Script slow) throws IOException {
        try (ScriptedApplication application = new ScriptedApplication(slow)) {
            Driver driver =
                    driver(Document.WIN32, new Notifying(application.url(), Optional.empty(), Duration.ofMillis(150)));
            ReceivedReply refused = upload(driver, driver.open("/f"));
            assertThat(refused.status()).isEqualTo(408);
            assertThat(refused.header(BitsHeaders.ERROR_CODE)).contains("0x80070112");
            assertThat(refused.header(BitsHeaders.ERROR_CONTEXT)).contains("0x7");
        }
    }

    @Test
    void an_application_that_cannot_be_reached_is_an_error() throws IOException {
        ScriptedApplication gone = new ScriptedApplication(ok(""));
        gone.close();
        Driver driver = driver(Document.MC_BUP, gone.byValue());
        ReceivedReply refused = upload(driver, driver.open("/f"));
        assertThat(refused.status()).isEqualTo(500);
        assertThat(refused.header(BitsHeaders.ERROR_CONTEXT)).contains("0x7");
    }

    @Test
    void an_upload_that_cannot_be_written_for_the_application_is_an_error(@TempDir Path folder) throws IOException {
        try (ScriptedApplication application = new ScriptedApplication(ok(""))) {
            Driver driver = driver(
                    Document.MC_BUP,
                    new Notifying(
                            application.url(), Optional.of(folder.resolve("file")), ScriptedApplication.PATIENCE));
            Files.createFile(folder.resolve("file"));
            assertThat(upload(driver, driver.open("/f")).status()).isEqualTo(500);
            assertThat(application.heard()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"MC_BUP, 403, 200, 2", "WIN32, 403, 403, 1", "WIN32, 404, 200, 2"})
    void after_403_the_win32_pages_have_no_second_notification(Document dialect, int first, int second, int times)
            throws IOException {
        try (ScriptedApplication application = new ScriptedApplication(says(first, ""), ok(""))) {
            Driver driver = driver(dialect, application.byValue());
            String id = driver.open("/f");
            assertThat(upload(driver, id).status()).isEqualTo(first);
            assertThat(driver.fragment("/f", id, DATA, 100, 299).status()).isEqualTo(second);
            assertThat(application.heard()).hasSize(times);
        }
    }

    @ParameterizedTest
    @EnumSource(Document.class)
    void an_upload_that_was_refused_is_not_published_at_close(Document dialect) throws IOException {
        try (ScriptedApplication application = new ScriptedApplication(says(500, ""))) {
            Driver driver = driver(dialect, application.byValue());
            String id = driver.open("/f");
            upload(driver, id);
            assertThat(driver.close("/f", id).status()).isEqualTo(200);
            assertThat(driver.get("/f").status()).isEqualTo(404);
        }
    }

    private static Driver driver(Document dialect, Notifying notifying) {
        return DirectWire.driver(
                DirectWire.server(ReferenceOptions.conformant(dialect).withNotifying(notifying)));
    }

    /** Uploads everything in two fragments and returns the answer to the last. */
    private static ReceivedReply upload(Driver driver, String id) {
        driver.fragment("/f", id, DATA, 0, 99);
        return driver.fragment("/f", id, DATA, 100, 299);
    }
}
