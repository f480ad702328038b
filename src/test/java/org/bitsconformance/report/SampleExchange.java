package org.bitsconformance.report;

import java.util.OptionalLong;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.Exchange.Timing;
import org.bitsconformance.transcript.Purpose;
import org.bitsconformance.transcript.SendContext;
import org.bitsconformance.transcript.http.WireBytes;

/** A fragment that is answered with an error page. */
final class SampleExchange {

    private static final String REQUEST = """
        BITS_POST /files/upload-17 HTTP/1.1
        Host: upload.example:8080
        User-Agent: bits-conformance/0.1.0
        BITS-Packet-Type: Fragment
        BITS-Session-Id: {b2e4c0de-6a1f-4d0e-9f60-0c1f5c2b7a11}
        Content-Range: bytes 0-11/4096
        Content-Length: 12

        """.replace("\n", "\r\n");

    private static final String HEAD =
            "HTTP/1.1 500 Internal Server Error\r\nBITS-Packet-Type: Nack\r\nServer: Sample/1.0 ";

    private static final String BODY = String.join(
            "\r\n",
            "",
            "Content-Type: text/html",
            "Content-Length: 75",
            "",
            "<html><body>\n<h1>Internal error</h1>\n<p>Try again.</p>\n</body></html>\n");

    private SampleExchange() {}

    static Exchange of(String id, String caseId, String fromServer) {
        return of(
                id,
                caseId,
                SampleRun.bytes(REQUEST + "a\u0001b\u001Bc\u00e9d7f\u0000g"),
                SampleRun.bytes(HEAD + fromServer + BODY + fromServer));
    }

    static Exchange of(String id, String caseId, WireBytes request, WireBytes answer) {
        return new Exchange(
                id,
                caseId,
                Purpose.CASE,
                1,
                1,
                "c1",
                3,
                WireBytes.NONE,
                request,
                answer,
                Ending.ANSWERED,
                new Timing(1000, 2000, OptionalLong.of(2500), 3200),
                SendContext.USUAL);
    }

    /** The same, with an answer that took 4.2 s. */
    static Exchange slow(Exchange exchange) {
        return new Exchange(
                exchange.id(),
                exchange.caseId(),
                exchange.purpose(),
                exchange.session(),
                exchange.attempt(),
                exchange.connection(),
                exchange.requestOnConnection(),
                exchange.unasked(),
                exchange.request(),
                exchange.answer(),
                exchange.ending(),
                new Timing(1000, 2000, OptionalLong.of(2500), 4_202_000),
                SendContext.USUAL);
    }
}
