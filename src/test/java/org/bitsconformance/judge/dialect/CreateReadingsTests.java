package org.bitsconformance.judge.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Message;
import org.bitsconformance.protocol.UploadProtocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreateReadingsTests {

    private static final String OTHER = "{00000000-BEEF-4BAD-8BAD-0123456789AB}";

    @Test
    void tellTheStatusOfSuccess() {
        String row = "create-success-status";

        assertThat(LastReading.of(row, CaseBuilder.created())).isEqualTo("MC-BUP, Win32: 200");
        assertThat(LastReading.of(row, CaseBuilder.session().create(ack -> ack.status(201))))
                .isEqualTo("Win32: 201");
        assertThat(LastReading.of(row, CaseBuilder.session().create(ack -> ack.error(400, "0x1"))))
                .isEmpty();
        assertThat(LastReading.of(row, CaseBuilder.session().ping())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "{A0FF5911-4144-45B3-BF27-27AFC8EC8A01}, 'MC-BUP, Win32: a GUID in braces'",
        "A0FF5911-4144-45B3-BF27-27AFC8EC8A01, Win32: a GUID without braces",
        "upload-17, Win32: another string",
        "'', ''"
    })
    void tellTheFormOfASessionId(String id, String reading) {
        assertThat(LastReading.of(
                        "session-id-form", CaseBuilder.session().create(ack -> ack.with("BITS-Session-Id", id))))
                .isEqualTo(reading);
        assertThat(LastReading.of(
                        "session-id-form", CaseBuilder.created().close(ack -> ack.with("BITS-Session-Id", id))))
                .isEmpty();
    }

    @Test
    void tellWhetherTheAckHasAcceptEncoding() {
        String row = "accept-encoding";

        assertThat(LastReading.of(row, CaseBuilder.created())).isEqualTo(": with Accept-Encoding");
        assertThat(LastReading.of(row, CaseBuilder.session().create(ack -> ack.without("Accept-Encoding"))))
                .isEqualTo(": without Accept-Encoding");
        assertThat(LastReading.of(row, CaseBuilder.created().close())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"200, 'MC-BUP, Win32: commas understood'", "400, Win32: commas refused", "500, : 500"})
    void tellWhetherCommasAreUnderstood(int status, String reading) {
        String commas = OTHER + "," + UploadProtocol.BITS_1_5;

        assertThat(LastReading.of("protocol-list-delimiter", offered(commas, status)))
                .isEqualTo(reading);
        assertThat(LastReading.of("protocol-list-delimiter", offered(commas.replace(',', ' '), status)))
                .isEmpty();
        assertThat(LastReading.of("protocol-list-delimiter", offered(commas + ",nonsense", status)))
                .isEmpty();
    }

    @Test
    void tellHowAMixedListIsAnswered() {
        String row = "mixed-protocol-list";

        assertThat(LastReading.of(row, offered("nonsense " + UploadProtocol.BITS_1_5, 200)))
                .isEqualTo(": 200");
        assertThat(LastReading.of(row, offered(UploadProtocol.BITS_1_5 + " nonsense", 400)))
                .isEqualTo(": 400");
        assertThat(LastReading.of(row, offered("nonsense", 400))).isEmpty();
        assertThat(LastReading.of(row, CaseBuilder.created())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"409, Win32: 409", "403, MC-BUP: 403", "200, : a session is created", "500, : 500"})
    void tellWhatHappensToAnExistingDestination(int status, String reading) {
        String row = "existing-destination";

        assertThat(LastReading.of(
                        row, CaseBuilder.created().fragment(0, 9, 10).close().create(ack -> ack.status(status))))
                .isEqualTo(reading);
        assertThat(LastReading.of(row, CaseBuilder.created().create(ack -> ack.status(status))))
                .isEmpty();
        assertThat(LastReading.of(
                        row, CaseBuilder.created().fragment(0, 9, 10).cancel().create(ack -> ack.status(status))))
                .isEmpty();
        assertThat(LastReading.of(
                        row,
                        CaseBuilder.created()
                                .fragment(0, 9, 10)
                                .close()
                                .nextRequest(request -> to("/upload/other", request))
                                .create(ack -> ack.status(status))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/upload/, 404, Win32: directory: 404",
        "/upload/folder/, 404, Win32: directory: 404",
        "/upload/folder/, 400, MC-BUP: directory: 400",
        "/upload/folder/, 403, : directory: 403",
        "/upload/missing/file, 404, Win32: missing folder: 404",
        "/upload/missing/file?a=b, 400, : missing folder: 400",
        "/upload/missing/file, 200, : missing folder: 200",
        "/upload/file, 404, ''",
        "/upload/file?a=b/, 404, ''",
        "/elsewhere/a/b, 404, ''"
    })
    void tellHowADirectoryOrAMissingFolderIsAnswered(String target, int status, String reading) {
        CaseBuilder played = CaseBuilder.session()
                .nextRequest(request -> to(target, request))
                .create(ack -> ack.status(status));

        assertThat(LastReading.of("directory-or-missing-parent", played)).isEqualTo(reading);
    }

    @ParameterizedTest
    @CsvSource({
        "http://server.example/a/{name}/in, /a/x/y/in, Win32: missing folder: 404",
        "http://server.example/a/{name}/in, /a/x/in, ''",
        "http://server.example/in/?to={name}, /in/?to=x, ''",
        "http://server.example/one, /one, ''"
    })
    void knowWhichPartOfAPathIsTheName(String url, String target, String reading) {
        CaseBuilder played = CaseBuilder.session()
                .url(url)
                .nextRequest(request -> to(target, request))
                .create(ack -> ack.status(404));

        assertThat(LastReading.of("directory-or-missing-parent", played)).isEqualTo(reading);
    }

    private static CaseBuilder offered(String list, int status) {
        return CaseBuilder.session()
                .nextRequest(request -> request.with("BITS-Supported-Protocols", list))
                .create(ack -> ack.status(status));
    }

    private static Message to(String target, Message request) {
        return request.startLine("BITS_POST " + target + " HTTP/1.1");
    }
}
