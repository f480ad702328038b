package org.bitsconformance.drive.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.OptionalLong;
import org.bitsconformance.drive.client.Bench;
import org.bitsconformance.drive.client.BitsClient;
import org.bitsconformance.drive.client.Outgoing;
import org.bitsconformance.drive.client.ScriptedServer;
import org.bitsconformance.drive.client.ScriptedServer.Reply;
import org.bitsconformance.drive.client.TargetLink;
import org.bitsconformance.drive.client.Upload;
import org.bitsconformance.target.Budget;
import org.bitsconformance.target.Credentials;
import org.bitsconformance.target.ReadBackMode;
import org.bitsconformance.target.Target;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Purpose;
import org.junit.jupiter.api.Test;

class ExpensesTests {

    private static final Reply SESSION = Reply.ack(200, "BITS-Session-Id: {s1}");
    private static final Reply OK = Reply.ack(200);

    @Test
    void requests_are_counted_before_they_are_sent_and_clean_up_is_always_permitted() {
        try (ScriptedServer server = ScriptedServer.answering(SESSION, OK);
                Bench bench = Bench.at(server, requests(2))) {
            try (BitsClient client = bench.openCase("case")) {
                client.upload(10).create();
                client.ping();
                DrivingStopped stopped = catchThrowableOfType(DrivingStopped.class, client::ping);

                assertThat(stopped.ending()).isEqualTo(CaseEnd.Ending.INTERRUPTED);
                assertThat(stopped).hasMessage("the plan's budget of 2 requests is used up");
            }

            assertThat(server.requests()).hasSize(3).last().asString().contains("Cancel-Session");
            assertThat(bench.exchanges())
                    .extracting(Exchange::purpose)
                    .containsExactly(Purpose.CASE, Purpose.CASE, Purpose.CLEAN_UP);
            assertThat(bench.link().expenses().requests()).isEqualTo(3);
        }
    }

    @Test
    void a_packet_that_would_exceed_the_bytes_is_not_sent_whichever_way_it_goes() {
        try (ScriptedServer server = ScriptedServer.answering(SESSION, OK);
                Bench bench = Bench.at(server, bytes(5_000))) {
            try (BitsClient client = bench.openCase("case")) {
                Upload upload = client.upload(9_000);
                upload.create();
                upload.fragment(0, 2_999);
                Outgoing large = upload.fragmenting(3_000, 8_999);

                assertRefused(large::send);
                assertRefused(() -> large.send(new Pacing(500, 500, Duration.ZERO)));
                assertRefused(() -> large.raw().send());
                client.ping();
            }

            assertThat(server.requests()).hasSize(4);
            assertThat(bench.link().expenses().sent())
                    .isEqualTo(
                            server.requests().stream().mapToInt(String::length).sum())
                    .isLessThan(5_000);
            assertThat(bench.link().expenses().received())
                    .isEqualTo(SESSION.text().length() + 3L * OK.text().length());
        }
    }

    @Test
    void a_read_back_is_a_request_too() {
        Target target = Bench.secretTarget("http://127.0.0.1:1/up/", ReadBackMode.URL, new Credentials("u", "word"));
        Budget budget = requests(0);
        try (TargetLink link = new TargetLink(target, budget, "suite/1", event -> {});
                BitsClient client = link.openCase("case")) {
            Upload upload = client.upload(10);

            assertRefused(() -> upload.destination().readBack());
        }
    }

    private static void assertRefused(Runnable sending) {
        assertThat(catchThrowableOfType(DrivingStopped.class, sending::run)).hasMessageContaining("is used up");
    }

    private static Budget requests(long most) {
        return new Budget(OptionalLong.of(most), OptionalLong.empty());
    }

    private static Budget bytes(long most) {
        return new Budget(OptionalLong.empty(), OptionalLong.of(most));
    }
}
