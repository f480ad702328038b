package org.bitsconformance.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitsconformance.reference.ScriptedApplication.ok;
import static org.bitsconformance.reference.ScriptedApplication.says;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.reference.http.Bytes;
import org.bitsconformance.reference.http.HeaderField;
import org.bitsconformance.reference.server.Notifying;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A server application that accepts the upload. Other behaviour is in {@link NotificationErrorTests}. */
class NotificationTests {

    private static final Bytes DATA = TestData.bytes(300);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Document.class)
    void by_value_the_upload_is_the_body_and_the_body_of_the_answer_is_the_reply(Document dialect) throws IOException {
        try (ScriptedApplication application = new ScriptedApplication(ok("the reply"))) {
            Driver driver = driver(dialect, application.byValue());
            String id = driver.open("/f?account=7");
            assertThat(driver.fragment("/f?account=7", id, DATA, 0, 99).header(BitsHeaders.REPLY_URL))
                    .isEmpty();
            assertThat(application.heard()).isEmpty();
            ReceivedReply last = driver.fragment("/f?account=7", id, DATA, 100, 299);

            ScriptedApplication.Heard heard = application.heard().get(0);
            assertThat(heard.startLine()).isEqualTo("POST /app/handle?kind=a&account=7 HTTP/1.1");
            assertThat(heard.header("Host")).contains(application.url().getAuthority());
            assertThat(heard.header(BitsHeaders.ORIGINAL_REQUEST_URL)).contains("http://127.0.0.1/f?account=7");
            assertThat(heard.header(BitsHeaders.CONTENT_LENGTH)).contains("300");
            assertThat(heard.body().array()).isEqualTo(DATA.array());
            assertThat(heard.headers().fields())
                    .extracting(HeaderField::name)
                    .doesNotContain(BitsHeaders.REQUEST_DATA_ENTITY_NAME, BitsHeaders.REQUEST_DATA_FILE_NAME);
            assertThat(last.status()).isEqualTo(200);
            assertThat(last.header(BitsHeaders.RECEIVED_CONTENT_RANGE)).contains("300");
            assertThat(last.header(BitsHeaders.REPLY_URL)).contains("http://127.0.0.1/reply/1");
            assertThat(text(driver.get("/reply/1"))).isEqualTo("the reply");

            assertThat(driver.close("/f", id).status()).isEqualTo(200);
            assertThat(driver.get("/reply/1").status()).isEqualTo(404);
            assertThat(driver.get("/f").status()).isEqualTo(404);
            assertThat(application.heard()).hasSize(1);
        }
    }

    static Stream<String> answersOfManyForms() {
        return Stream.of(
                "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-type: text/html\r\n\r\nthe reply",
                "HTTP/1.1 200\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nthe \r\n5;x=y\r\nreply\r\n0\r\n\r\n",
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 299 So Be It\r\nContent-Length: 9\r\n\r\nthe reply and more");
    }

    @ParameterizedTest
    @MethodSource("answersOfManyForms")
    void an_answer_may_be_framed_in_any_http_way(String answer) throws IOException {
        try (ScriptedApplication application = new ScriptedApplication(ScriptedApplication.raw(answer))) {
            Driver driver = driver(Document.MC_BUP, application.byValue());
            assertThat(upload(driver, driver.open("/f")).status()).isEqualTo(200);
            assertThat(text(driver.get("/reply/1"))).isEqualTo("the reply");
        }
    }

    @ParameterizedTest
    @CsvSource({"MC_BUP, DataEntity", "WIN32, DataFile"})
    void by_reference_the_headers_name_the_files(Document dialect, String words) throws IOException {
        try (ScriptedApplication application = new ScriptedApplication((heard, socket) -> {
            Path request =
                    Path.of(heard.header("BITS-Request-" + words + "-Name").orElseThrow());
            Path response =
                    Path.of(heard.header("BITS-Response-" + words + "-Name").orElseThrow());
            Files.writeString(response, "seen " + Files.size(request));
            ok("").play(heard, socket);
        })) {
            Driver driver = driver(dialect, byReference(application));
            String id = driver.open("/f");
            assertThat(upload(driver, id).header(BitsHeaders.REPLY_URL)).contains("http://127.0.0.1/reply/1");

            ScriptedApplication.Heard heard = application.heard().get(0);
            assertThat(heard.header(BitsHeaders.CONTENT_LENGTH)).contains("0");
            assertThat(heard.body().isEmpty()).isTrue();
            Path request =
                    Path.of(heard.header("BITS-Request-" + words + "-Name").orElseThrow());
            assertThat(request).isAbsolute().startsWith(folder);
            assertThat(Files.readAllBytes(request)).isEqualTo(DATA.array());
            assertThat(text(driver.get("/reply/1"))).isEqualTo("seen 300");

            assertThat(driver.close("/f", id).status()).isEqualTo(200);
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void by_reference_the_reply_is_the_body_if_no_file_was_written() throws IOException {
        try (ScriptedApplication application = new ScriptedApplication(ok("in the body"))) {
            Driver driver = driver(Document.MC_BUP, byReference(application));
            String id = driver.open("/f");
            upload(driver, id);
            assertThat(text(driver.get("/reply/1"))).isEqualTo("in the body");
            assertThat(driver.cancel("/f", id).status()).isEqualTo(200);
            assertThat(driver.get("/reply/1").status()).isEqualTo(404);
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void by_reference_an_upload_whose_file_is_gone_is_not_found_at_close() throws IOException {
        try (ScriptedApplication application = new ScriptedApplication((heard, socket) -> {
            Files.delete(
                    Path.of(heard.header(BitsHeaders.REQUEST_DATA_ENTITY_NAME).orElseThrow()));
            ok("", "BITS-Copy-File-To-Destination: yes").play(heard, socket);
        })) {
            Driver driver = driver(Document.MC_BUP, byReference(application));
            String id = driver.open("/f");
            assertThat(upload(driver, id).status()).isEqualTo(200);
            assertThat(driver.close("/f", id).status()).isEqualTo(404);
            assertThat(driver.get("/f").status()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @CsvSource({"MC_BUP, BITS-Copy-File-To-Destination:, 404", "WIN32, BITS-Copy-File-To-Destination: any, 200"})
    void an_upload_is_published_if_the_application_asks_for_it(Document dialect, String header, int beforeClose)
            throws IOException {
        try (ScriptedApplication application = new ScriptedApplication(ok("", header))) {
            Driver driver = driver(dialect, application.byValue());
            String id = driver.open("/f");
            upload(driver, id);
            assertThat(driver.get("/f").status()).isEqualTo(beforeClose);
            driver.close("/f", id);
            assertThat(driver.get("/f").body().array()).isEqualTo(DATA.array());
        }
    }

    @ParameterizedTest
    @CsvSource({"http://other/reply, http://other/reply", "'', http://127.0.0.1/reply/1"})
    void a_static_url_is_the_reply_unless_it_is_empty(String named, String url) throws IOException {
        try (ScriptedApplication application = new ScriptedApplication(ok("", "BITS-Static-Response-URL: " + named))) {
            Driver driver = driver(Document.MC_BUP, application.byValue());
            assertThat(upload(driver, driver.open("/f")).header(BitsHeaders.REPLY_URL))
                    .contains(url);
        }
    }

    @Test
    void a_url_of_2200_characters_is_short_enough_for_a_reply() throws IOException {
        String url = "http://other/" + "r".repeat(2187);
        try (ScriptedApplication application = new ScriptedApplication(
                ok("", "BITS-Static-Response-URL: " + url + "r"), ok("", "BITS-Static-Response-URL: " + url))) {
            Driver driver = driver(Document.MC_BUP, application.byValue());
            String id = driver.open("/f");
            ReceivedReply tooLong = upload(driver, id);
            assertThat(tooLong.status()).isEqualTo(400);
            assertThat(tooLong.header(BitsHeaders.ERROR)).contains("0x80070057");
            assertThat(driver.fragment("/f", id, DATA, 100, 299).header(BitsHeaders.REPLY_URL))
                    .contains(url);
        }
    }

    @ParameterizedTest
    @EnumSource(Document.class)
    void a_repeated_last_fragment_is_answered_again_and_not_notified(Document dialect) throws IOException {
        try (ScriptedApplication application = new ScriptedApplication(ok("one"), ok("two"))) {
            Driver driver = driver(dialect, application.byValue());
            String id = driver.open("/f");
            ReceivedReply first = upload(driver, id);
            ReceivedReply again = driver.fragment("/f", id, DATA, 100, 299);
            assertThat(again.status()).isEqualTo(200);
            assertThat(again.headers().all(BitsHeaders.REPLY_URL))
                    .isEqualTo(first.headers().all(BitsHeaders.REPLY_URL))
                    .hasSize(1);
            assertThat(application.heard()).hasSize(1);
            assertThat(text(driver.get("/reply/1"))).isEqualTo("one");
        }
    }

    @Test
    void nobody_is_notified_of_an_upload_that_is_closed_or_cancelled_before_its_end() throws IOException {
        try (ScriptedApplication application = new ScriptedApplication(ok(""))) {
            Driver driver = driver(Document.MC_BUP, application.byValue());
            String id = driver.open("/f");
            driver.fragment("/f", id, DATA, 0, 99);
            driver.cancel("/f", id);
            String other = driver.open("/g");
            driver.fragment("/g", other, DATA, 0, 99);
            driver.packet(PacketType.CLOSE_SESSION, "/g", new HeaderField(BitsHeaders.SESSION_ID, other));
            assertThat(application.heard()).isEmpty();
            assertThat(driver.get("/g").body().length()).isEqualTo(100);
        }
    }

    @Test
    void both_front_ends_pass_on_the_query_and_the_host() throws IOException {
        try (ScriptedApplication application = new ScriptedApplication(ok(""), says(404, ""))) {
            for (FrontEndKind frontEnd : FrontEndKind.values()) {
                ReferenceOptions options = ReferenceOptions.conformant(Document.MC_BUP)
                        .withNotifying(application.byValue())
                        .withFrontEnd(frontEnd);
                try (ReferenceServer server = ReferenceServer.start(options);
                        SocketWire wire = new SocketWire(server.port())) {
                    Driver driver = new Driver(wire);
                    upload(driver, driver.open("/f?a=b%20c"), "/f?a=b%20c");
                }
            }
            assertThat(application.heard())
                    .hasSize(2)
                    .allSatisfy(heard -> assertThat(heard.startLine()).contains("?kind=a&a=b%20c "))
                    .allSatisfy(heard -> assertThat(heard.header(BitsHeaders.ORIGINAL_REQUEST_URL))
                            .contains("http://localhost/f?a=b%20c"));
        }
    }

    private Notifying byReference(ScriptedApplication application) {
        return new Notifying(application.url(), Optional.of(folder), ScriptedApplication.PATIENCE);
    }

    private static Driver driver(Document dialect, Notifying notifying) {
        return DirectWire.driver(
                DirectWire.server(ReferenceOptions.conformant(dialect).withNotifying(notifying)));
    }

    /** Uploads everything in two fragments and returns the answer to the last. */
    private static ReceivedReply upload(Driver driver, String id) {
        return upload(driver, id, "/f");
    }

    private static ReceivedReply upload(Driver driver, String id, String target) {
        driver.fragment(target, id, DATA, 0, 99);
        return driver.fragment(target, id, DATA, 100, 299);
    }

    private static String text(ReceivedReply reply) {
        assertThat(reply.status()).isEqualTo(200);
        return new String(reply.body().array(), StandardCharsets.ISO_8859_1);
    }
}
