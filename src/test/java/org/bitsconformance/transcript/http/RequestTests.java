package org.bitsconformance.transcript.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.http.WireBytes.Omitted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTests {

    @ParameterizedTest
    @CsvSource({
        "BITS_POST, A, true",
        "bits_post, A, true",
        "POST, BITS-Packet-Type, true",
        "PUT, BITS-Packet-Type, true",
        "POST, X-HTTP-Method-Override, true",
        "POST, A, false",
        "GET, BITS-Packet-Type, false",
        "HEAD, BITS-Packet-Type, false",
        "OPTIONS, X-HTTP-Method-Override, false"
    })
    void tellsPacketsFromOtherRequests(String method, String field, boolean packet) {
        Headers headers = new Headers(List.of(new Header(field, "BITS_POST")));
        assertThat(Request.isPacket(method, headers)).isEqualTo(packet);
    }

    private static final String FRAGMENT = "BITS_POST /upload/a HTTP/1.1\r\nHost: h\r\nBITS-Packet-Type: FRAGMENT\r\n"
            + "BITS-Session-Id: {1}\r\nContent-Range: bytes 0-3/4\r\nContent-Length: 4\r\n\r\nbody";

    @Test
    void isReadInItsParts() {
        Request request = parse(FRAGMENT);

        assertThat(request.method()).isEqualTo("BITS_POST");
        assertThat(request.target()).isEqualTo("/upload/a");
        assertThat(request.version()).isEqualTo("HTTP/1.1");
        assertThat(request.packetType()).contains(PacketType.FRAGMENT);
        assertThat(request.is(PacketType.PING)).isFalse();
        assertThat(request.sessionId()).contains("{1}");
        assertThat(request.contentRange()).contains(new ContentRange(0, 3, 4));
        assertThat(request.bodyLength()).isEqualTo(4);
    }

    @Test
    void countsBytesThatAreNotKept() {
        WireBytes bytes = new WireBytes(FRAGMENT, Optional.of(new Omitted(96, "00", Optional.empty())));

        assertThat(Request.parse(bytes).bodyLength()).isEqualTo(100);
    }

    @Test
    void namesNoTypeIfItIsUnknown() {
        assertThat(parse("BITS_POST / HTTP/1.1\r\nBITS-Packet-Type: Nonsense\r\n\r\n")
                        .packetType())
                .isEmpty();
        assertThat(parse("BITS_POST / HTTP/1.1\r\n\r\n").packetType()).isEmpty();
    }

    @Test
    void isReadWhereverItIsCut() {
        for (int length = 0; length < FRAGMENT.length(); length++) {
            WireBytes cut = WireBytes.of(FRAGMENT.substring(0, length));

            assertThat(Request.parse(cut).bodyLength()).isLessThan(4);
            assertThat(Request.wellFormed(cut)).isEqualTo(length >= FRAGMENT.length() - 4);
        }
        assertThat(wellFormed(FRAGMENT)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BITS_POST http://h/ HTTP/1.1\r\nHost: h\r\n\r\n",
                "BITS_POST / HTTP/1.1\r\nhost: h\r\nA: one\r\n two\r\nContent-Name: \u00e4\r\n\r\n",
                "BITS_POST / HTTP/1.1\r\nHost:\r\nContent-Length: 0\r\nContent-Length: 0\r\n\r\n",
                "BITS_POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
            })
    void isWellFormedInManyWays(String text) {
        assertThat(wellFormed(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "BITS_POST / HTTP/1.1\r\n\r\n",
                "BITS_POST / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "BITS_POST / HTTP/1.0\r\nHost: h\r\n\r\n",
                "BITS POST / HTTP/1.1\r\nHost: h\r\n\r\n",
                "BITS_POST  HTTP/1.1\r\nHost: h\r\n\r\n",
                "BITS_POST / HTTP/1.1\nHost: h\r\n\r\n",
                "BITS_POST / HTTP/1.1\r\nHost: h\r\nno colon\r\n\r\n",
                "BITS_POST / HTTP/1.1\r\nHost: h\r\nA B: 1\r\n\r\n",
                "BITS_POST / HTTP/1.1\r\nHost: h\r\nA: \0\r\n\r\n",
                "BITS_POST / HTTP/1.1\r\nHost: h\r\nA: 1\n\r\n\r\n",
                "BITS_POST / HTTP/1.1\r\nHost: h\r\nContent-Length: -1\r\n\r\n",
                "BITS_POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n12",
                "BITS_POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\n\r\n12",
                "BITS_POST / HTTP/1.1\r\nHost: h\r\n\r\nbody"
            })
    void isMalformedInManyWays(String text) {
        assertThat(wellFormed(text)).isFalse();
    }

    private static Request parse(String text) {
        return Request.parse(WireBytes.of(text));
    }

    private static boolean wellFormed(String text) {
        return Request.wellFormed(WireBytes.of(text));
    }
}
