package org.bitsconformance.innocent;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.bitsconformance.cli.pages.FreedomTable;
import org.bitsconformance.observe.ObservedClients;
import org.bitsconformance.observe.ObservedClients.Outcome;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.protocol.Side;
import org.bitsconformance.reference.client.ClientConduct;
import org.bitsconformance.reference.client.UploadJob;
import org.bitsconformance.result.Finding;
import org.bitsconformance.target.UploadMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Conforming clients in liberal forms break nothing: each freedom alone, and those together that go together. */
class InnocentClientsPassTests {

    private static final int FRAGMENT = 10_000;

    /** Forms that say the contrary of another one, or end the upload. */
    private static final Set<ClientFreedom> ALONE = Set.of(
            ClientFreedom.SESSION_ID_IN_OTHER_CASE,
            ClientFreedom.TYPES_LOWER,
            ClientFreedom.NAMES_UPPER,
            ClientFreedom.NAME_IN_UTF_8,
            ClientFreedom.NAME_OF_260_CHARACTERS,
            ClientFreedom.NAME_WITH_EVERY_PACKET,
            ClientFreedom.CONNECTION_ENDS_AS_ANNOUNCED,
            ClientFreedom.CONNECTION_FOR_EACH_PACKET,
            ClientFreedom.CONNECTION_IS_ANOTHER_EACH_TIME,
            ClientFreedom.EXPECT_CONTINUE,
            ClientFreedom.PROXY_ON_THE_WAY,
            ClientFreedom.PROXY_DROPS_LENGTH,
            ClientFreedom.POST_WITH_OVERRIDE,
            ClientFreedom.FRAGMENTS_IN_CHUNKS,
            ClientFreedom.PROTOCOLS_WITH_COMMA,
            ClientFreedom.PROTOCOL_REPEATED);

    /** Forms that the reference server refuses, as it may. */
    private static final Set<ClientFreedom> REFUSED = Set.of(
            ClientFreedom.SESSION_ID_IN_OTHER_CASE,
            ClientFreedom.PROXY_DROPS_LENGTH,
            ClientFreedom.FRAGMENTS_IN_CHUNKS);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = {"ANY", "WINDOWS"})
    void no_freedom_breaks_anything(Dialect dialect) throws Exception {
        try (ObservedClients clients = new ObservedClients(folder, dialect, UploadMode.UPLOAD)) {
            for (ClientFreedom freedom : ClientFreedom.values()) {
                clients.start(freedom.id(), freedom.stimulus(), url -> freedom.job(ordinary(url)), freedom.conduct());
            }
            List<ClientFreedom> together = Arrays.stream(ClientFreedom.values())
                    .filter(ClientFreedom::isForm)
                    .filter(freedom -> !ALONE.contains(freedom))
                    .toList();
            ClientConduct all = ClientForms.together(
                    together.stream().map(ClientFreedom::conduct).toList());
            clients.start("together", ObservedClients.NO_STIMULUS, InnocentClientsPassTests::ordinary, all);
            Outcome outcome = clients.judge();

            SoftAssertions none = new SoftAssertions();
            for (String name : outcome.seen().keySet()) {
                none.assertThat(outcome.findings(name, Side.CLIENT))
                        .as(name + ", by the client")
                        .extracting(Finding::message)
                        .isEmpty();
            }
            Arrays.stream(ClientFreedom.values())
                    .filter(freedom -> freedom.stimulus().equals(ObservedClients.NO_STIMULUS))
                    .map(ClientFreedom::id)
                    .forEach(name -> none.assertThat(outcome.findings(name, Side.SERVER))
                            .as(name + ", by the server")
                            .extracting(Finding::message)
                            .isEmpty());
            none.assertThat(outcome.result().judgement().sides())
                    .extracting(side -> side.side() + " " + side.name() + " " + side.verdict())
                    .contains("CLIENT together CONFORMANT")
                    .noneMatch(side -> side.startsWith("CLIENT") && side.endsWith("NONCONFORMANT"));
            none.assertThat(outcome.seen().get("together").exitCode())
                    .as("together")
                    .isZero();
            Arrays.stream(ClientFreedom.values())
                    .filter(freedom -> freedom.isForm() && !REFUSED.contains(freedom))
                    .forEach(freedom -> none.assertThat(
                                    outcome.seen().get(freedom.id()).exitCode())
                            .as(freedom.id() + " arrives")
                            .isZero());
            none.assertAll();
        }
    }

    private static UploadJob ordinary(URI url) {
        return UploadJob.of(url, ObservedClients.FILE).inFragmentsOf(FRAGMENT);
    }

    @Test
    void the_list_of_freedoms_is_what_is_tested() {
        assertThat(FreedomTable.ofClients().keySet())
                .as("src/main/resources/client-freedoms.yaml against innocent/ClientFreedom")
                .containsExactlyElementsOf(Arrays.stream(ClientFreedom.values())
                        .map(ClientFreedom::id)
                        .collect(Collectors.toList()));
    }
}
