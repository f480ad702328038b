package org.bitsconformance.drive.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.bitsconformance.drive.client.ScriptedServer.Reply;
import org.bitsconformance.drive.transport.DrivingStopped;
import org.bitsconformance.target.Credentials;
import org.bitsconformance.target.ReadBackMode;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.ConnectionEnded;
import org.bitsconformance.transcript.ConnectionOpened;
import org.bitsconformance.transcript.Declared;
import org.bitsconformance.transcript.Event;
import org.bitsconformance.transcript.Purpose;
import org.junit.jupiter.api.Test;

class NamedHostsTests {

    private static final Reply OK = Reply.ack(200);
    private static final Credentials CREDENTIALS = new Credentials("anna", "correct-horse-battery");

    @Test
    void later_packets_go_to_the_named_host_after_one_ping_per_run() {
        try (ScriptedServer named = ScriptedServer.answering(OK);
                ScriptedServer origin = naming("127.0.0.1:" + named.port());
                Bench bench = Bench.at(origin)) {
            for (String caseId : List.of("one", "two")) {
                try (BitsClient client = bench.openCase(caseId)) {
                    Upload upload = client.upload(10);
                    upload.create();
                    assertThat(upload.route().isElsewhere()).isTrue();
                    assertThat(upload.route().whyNot()).isEmpty();
                    upload.fragment(0, 4);
                }
            }

            assertThat(origin.requests())
                    .hasSize(2)
                    .allMatch(request -> request.contains("BITS-Packet-Type: Create-Session\r\n"));
            assertThat(named.requests())
                    .hasSize(5)
                    .allMatch(request -> request.contains("\r\nHost: 127.0.0.1:" + named.port() + "\r\n"));
            assertThat(named.requests().stream().map(NamedHostsTests::packetType))
                    .containsExactly("Ping", "Fragment", "Cancel-Session", "Fragment", "Cancel-Session");
            assertThat(bench.exchanges())
                    .filteredOn(exchange -> exchange.purpose() == Purpose.PROBE)
                    .hasSize(1);
            assertThat(mostOpenAtOnce(bench)).isEqualTo(1);
        }
    }

    @Test
    void a_host_that_is_the_targets_own_is_followed_without_a_ping() {
        try (ScriptedServer origin = naming("LOCALHOST");
                Bench bench = Bench.at(origin);
                BitsClient client = bench.openCase("own")) {
            Upload upload = client.upload(10);
            upload.create();
            upload.fragment(0, 4);

            assertThat(upload.route().named()).contains("LOCALHOST");
            assertThat(upload.route().isElsewhere()).isFalse();
            assertThat(upload.route().whyNot()).isEmpty();
            assertThat(origin.requests()).hasSize(2);
            assertThat(origin.connections()).isEqualTo(1);
        }
    }

    @Test
    void continues_at_the_first_host_if_the_named_one_cannot_be_reached() {
        try (DeafPort nobody = DeafPort.any();
                ScriptedServer origin = naming("127.0.0.1:" + nobody.number());
                Bench bench = Bench.at(origin);
                BitsClient client = bench.openCase("gone")) {
            Upload upload = client.upload(10);
            upload.create();
            upload.fragment(0, 4);

            assertThat(upload.route().whyNot())
                    .contains("127.0.0.1:" + nobody.number()
                            + ", which BITS-Host-Id names, cannot be reached from here: refused");
            assertThat(origin.requests()).hasSize(2);
        }
    }

    @Test
    void continues_at_the_first_host_if_the_name_does_not_exist() {
        try (ScriptedServer origin = naming("no-such-host.invalid");
                Bench bench = Bench.at(origin);
                BitsClient client = bench.openCase("gone")) {
            Upload upload = client.upload(10);
            upload.create();
            upload.fragment(0, 4);

            assertThat(upload.route().whyNot().orElseThrow()).endsWith("cannot be reached from here: name not found");
            assertThat(origin.requests()).hasSize(2);
        }
    }

    @Test
    void continues_at_the_first_host_if_the_named_one_is_not_a_bits_server() {
        try (ScriptedServer named = ScriptedServer.answering(Reply.of("HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n"));
                ScriptedServer origin = naming("127.0.0.1:" + named.port());
                Bench bench = Bench.at(origin);
                BitsClient client = bench.openCase("other")) {
            Upload upload = client.upload(10);
            upload.create();

            assertThat(upload.route().whyNot())
                    .contains("127.0.0.1:" + named.port()
                            + ", which BITS-Host-Id names, answered a Ping with 404 and no Ack: from here it"
                            + " may be another machine");
            assertThat(upload.route().isElsewhere()).isFalse();
        }
    }

    @Test
    void a_host_that_goes_away_ends_the_case_as_no_fault_of_the_target() {
        try (ScriptedServer named = ScriptedServer.answering(OK);
                ScriptedServer origin = naming("127.0.0.1:" + named.port());
                Bench bench = Bench.at(origin);
                BitsClient client = bench.openCase("leaving")) {
            Upload upload = client.upload(10);
            upload.create();
            named.leave();
            DrivingStopped stopped = catchThrowableOfType(DrivingStopped.class, () -> upload.fragment(0, 4));

            assertThat(stopped.ending()).isEqualTo(CaseEnd.Ending.NOT_APPLICABLE);
            assertThat(stopped)
                    .hasMessageEndingWith(
                            "which BITS-Host-Id names, cannot be reached from here: it no longer answers");
            upload.create();
            assertThat(upload.route().isElsewhere()).as("it is remembered").isFalse();
        }
    }

    @Test
    void secrets_do_not_go_to_a_host_that_only_the_server_names() {
        try (ScriptedServer named = ScriptedServer.answering(OK);
                ScriptedServer origin = naming("127.0.0.1:" + named.port());
                Bench bench = Bench.at(Bench.secretTarget(origin.url(), ReadBackMode.NONE, CREDENTIALS));
                BitsClient client = bench.openCase("secret")) {
            Upload upload = client.upload(10);
            upload.create();
            upload.fragment(0, 4);

            assertThat(named.connections()).isZero();
            assertThat(origin.requests()).hasSize(2);
            assertThat(upload.route().whyNot())
                    .contains("the target's credentials and headers are not sent to 127.0.0.1:" + named.port()
                            + ", which only the server names; to follow it, declare it as capabilities.hostId");
        }
    }

    @Test
    void secrets_go_to_a_host_that_the_target_file_declares() {
        try (ScriptedServer named = ScriptedServer.answering(OK);
                ScriptedServer origin = naming("127.0.0.1:" + named.port());
                Bench bench = Bench.at(
                        Bench.secretTarget(origin.url(), ReadBackMode.NONE, CREDENTIALS),
                        hostId("127.0.0.1:" + named.port()));
                BitsClient client = bench.openCase("secret")) {
            Upload upload = client.upload(10);
            upload.create();
            upload.fragment(0, 4);

            assertThat(named.requests()).hasSize(2).allMatch(request -> request.contains("\r\nAuthorization: Basic "));
        }
    }

    private static ScriptedServer naming(String host) {
        return ScriptedServer.answering(Reply.ack(200, "BITS-Session-Id: {s1}", "BITS-Host-Id: " + host));
    }

    private static Declared hostId(String host) {
        return new Declared(false, Optional.empty(), Optional.of(host), OptionalLong.empty(), Optional.empty());
    }

    private static String packetType(String request) {
        return request.lines()
                .filter(line -> line.startsWith("BITS-Packet-Type: "))
                .findFirst()
                .orElse("")
                .replace("BITS-Packet-Type: ", "");
    }

    private static int mostOpenAtOnce(Bench bench) {
        int open = 0;
        int most = 0;
        for (Event event : bench.events()) {
            if (event instanceof ConnectionOpened) {
                most = Math.max(most, ++open);
            } else if (event instanceof ConnectionEnded) {
                open--;
            }
        }
        return most;
    }
}
