package org.bitsconformance.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bitsconformance.observe.ObservedClients.Outcome;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.protocol.Side;
import org.bitsconformance.reference.client.ClientConduct;
import org.bitsconformance.reference.client.ClientFaults;
import org.bitsconformance.reference.client.UploadJob;
import org.bitsconformance.reference.fault.Fault;
import org.bitsconformance.reference.fault.Faults;
import org.bitsconformance.result.RunVerdict;
import org.bitsconformance.result.SideResult;
import org.bitsconformance.target.UploadMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is wrong, the client or the server: each side is blamed for its own faults. */
class BothSidesTests {

    private static final String RIGHT = "right";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ack-packet-type-missing",
                "create-without-session-id",
                "received-range-missing",
                "fragment-answered-202",
                "session-id-changed-in-acks",
                "received-range-last-byte",
                "create-protocol-not-offered",
                "session-id-missing-in-acks"
            })
    void a_right_client_is_not_blamed_for_a_faulty_server(String fault) throws Exception {
        Outcome outcome = observed(List.of(RIGHT), named(fault));

        assertThat(verdicts(outcome))
                .containsEntry("SERVER", RunVerdict.NONCONFORMANT)
                .doesNotContainEntry(RIGHT, RunVerdict.NONCONFORMANT);
        assertThat(outcome.broken(RIGHT, Side.CLIENT)).isEmpty();
        assertThat(outcome.broken(RIGHT, Side.SERVER)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "verb-post",
                "length-missing-in-create",
                "protocols-without-braces",
                "id-missing-in-fragments",
                "body-too-short",
                "fragment-skips-a-byte",
                "closes-early",
                "close-sent-twice"
            })
    void a_right_server_is_not_blamed_for_a_faulty_client(String fault) throws Exception {
        Outcome outcome = observed(List.of(fault));

        assertThat(verdicts(outcome))
                .containsEntry(fault, RunVerdict.NONCONFORMANT)
                .doesNotContainEntry("SERVER", RunVerdict.NONCONFORMANT);
        assertThat(outcome.broken(fault, Side.SERVER)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "version-1-0-at-close, packet.http-version, session-id-missing-in-acks, session-id.echoed",
        "close-sent-twice, client.retry.end.final, session-id-changed-in-acks, session-id.same",
        "name-with-path, packet.content-name.value, create-without-session-id, create-session.session-id"
    })
    void each_is_blamed_for_its_own(String fault, String ofClient, String serverFault, String ofServer)
            throws Exception {
        Outcome outcome = observed(List.of(fault), named(serverFault));

        assertThat(verdicts(outcome))
                .containsEntry(fault, RunVerdict.NONCONFORMANT)
                .containsEntry("SERVER", RunVerdict.NONCONFORMANT);
        assertThat(outcome.broken(fault, Side.CLIENT)).containsExactly(ofClient);
        assertThat(outcome.broken(fault, Side.SERVER)).contains(ofServer);
    }

    @Test
    void of_two_clients_at_once_only_the_faulty_one_is_blamed() throws Exception {
        Outcome outcome = observed(List.of(RIGHT, "range-with-equals", "version-1-0-at-close"));

        assertThat(verdicts(outcome))
                .containsEntry(RIGHT, RunVerdict.CONFORMANT)
                .containsEntry("range-with-equals", RunVerdict.NONCONFORMANT)
                .containsEntry("version-1-0-at-close", RunVerdict.NONCONFORMANT)
                .doesNotContainEntry("SERVER", RunVerdict.NONCONFORMANT);
    }

    private static Fault named(String fault) {
        return Faults.named(fault).orElseThrow();
    }

    /** Clients that are named after their faults upload at once. */
    private Outcome observed(List<String> clients, Fault... ofServer) throws Exception {
        try (ObservedClients observed = new ObservedClients(folder, Dialect.ANY, UploadMode.UPLOAD, ofServer)) {
            for (String client : clients) {
                observed.start(
                        client,
                        ObservedClients.NO_STIMULUS,
                        url -> UploadJob.of(url, ObservedClients.FILE).inFragmentsOf(10_000),
                        client.equals(RIGHT)
                                ? ClientConduct.ORDINARY
                                : ClientFaults.named(client).orElseThrow().conduct());
            }
            return observed.judge();
        }
    }

    /** The verdict of the server, and of each client by its name. */
    private static Map<String, RunVerdict> verdicts(Outcome outcome) {
        return outcome.result().judgement().sides().stream()
                .collect(Collectors.toMap(
                        side -> side.side() == Side.SERVER ? "SERVER" : side.name(), SideResult::verdict));
    }
}
