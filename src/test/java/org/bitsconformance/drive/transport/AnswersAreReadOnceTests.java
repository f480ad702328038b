package org.bitsconformance.drive.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitsconformance.drive.client.Bench;
import org.bitsconformance.drive.client.ConnectedToServer;
import org.bitsconformance.drive.client.ScriptedServer;
import org.bitsconformance.drive.client.ScriptedServer.Reply;
import org.bitsconformance.drive.client.ScriptedServer.Then;
import org.bitsconformance.judge.history.Histories;
import org.bitsconformance.target.Target;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.CaseStart;
import org.bitsconformance.transcript.DeclaredLimits;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Purpose;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.WireBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only {@link WireBytes} parses answers, so everybody who has an answer shares the parsed one. */
class AnswersAreReadOnceTests extends ConnectedToServer {

    private static final CaseStart START = new CaseStart("case", "scenario", Map.of(), List.of(), 1);
    private static final CaseEnd END = new CaseEnd("case", CaseEnd.Ending.DRIVEN, "");

    @ParameterizedTest
    @ValueSource(
            strings = {
                ACK,
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok and more",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n",
                "HTTP/1.1 500 Oh\r\n\r\na page that the end of the connection ends",
                "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\ncut off"
            })
    void theAnswerThatWasParsedFromTheSocketIsJudged(String answer) {
        connect(LONG, ScriptedServer.answering(new Reply(answer, Then.CLOSE)));

        Traffic traffic = send();

        assertThat(judged(traffic)).isSameAs(traffic.received().orElseThrow());
    }

    @Test
    void afterASecretIsMaskedTheMaskedBytesAreJudged() {
        connect(LONG, ScriptedServer.answering(Reply.ack(200, "Set-Cookie: a=secret")));

        Traffic traffic = send();

        assertThat(traffic.received().orElseThrow().headers().all("Set-Cookie")).containsExactly("a=secret");
        assertThat(judged(traffic).headers().all("Set-Cookie")).containsExactly("***");
    }

    private Answer judged(Traffic traffic) {
        Target target = Bench.target(server.url(), LONG);
        Exchange exchange =
                new Recorder(target, events::add).exchange("case", Purpose.CASE, 1, 1, traffic, Optional.empty());
        return Histories.of(List.of(START, exchange, END), DeclaredLimits.NONE)
                .steps()
                .get(0)
                .answer()
                .orElseThrow();
    }
}
