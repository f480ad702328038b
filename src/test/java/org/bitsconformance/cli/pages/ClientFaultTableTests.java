package org.bitsconformance.cli.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.bitsconformance.cli.CommandOutput;
import org.bitsconformance.protocol.Side;
import org.bitsconformance.requirement.Catalogue;
import org.bitsconformance.requirement.Requirement;
import org.junit.jupiter.api.Test;

class ClientFaultTableTests {

    private static final ClientFaultTable TABLE = ClientFaultTable.load();

    /** What the documents leave to the client: nothing breaks it. */
    private static final Set<String> ONLY_REPORTED = Set.of(
            "client.authentication.in-url",
            "client.authentication.schemes",
            "client.download.dynamic",
            "client.host-id.fallback.no-progress",
            "client.host-id.ping",
            "client.ping.first",
            "client.resume.ping",
            "client.unexpected-answers",
            "packet.target.remote-name");

    @Test
    void every_tested_requirement_on_clients_is_broken_by_a_fault_or_only_reported() {
        assertThat(Catalogue.load().tested(EnumSet.of(Side.CLIENT)))
                .extracting(Requirement::id)
                .filteredOn(requirement -> TABLE.breaking(requirement).isEmpty())
                .as("requirements without a fault: add one to a family such as reference/client/RangeFault.java and to"
                        + " src/main/resources/client-faults.yaml")
                .containsExactlyInAnyOrderElementsOf(ONLY_REPORTED);
    }

    @Test
    void what_a_fault_alone_breaks_comes_first() {
        assertThat(TABLE.breaking("packet.fragment.content-name"))
                .startsWith("name-missing-in-first-fragment")
                .endsWith("name-too-long-in-first-fragment");
        assertThat(TABLE.breaking("ping.status")).isEmpty();
    }

    @Test
    void the_command_faults_lists_them_with_their_side() {
        assertThat(CommandOutput.of("faults", "--format", "json").out())
                .containsPattern("\"id\" : \"lost-session-kept\"[^}]*\"side\" : \"client\"[^}]*\"stimulus\" :"
                        + " \"session-unknown\"")
                .containsPattern("\"id\" : \"verb-post\"[^}]*\"side\" : \"client\"\\s*}")
                .doesNotContainPattern("\"id\" : \"ping-answered-404\"[^}]*\"side\"");
        assertThat(CommandOutput.of("faults").out()).contains("Every packet is sent as POST");
    }

    @Test
    void explain_knows_them() {
        assertThat(CommandOutput.of("explain", "lost-session-kept").out())
                .contains("fault         lost-session-kept of a client")
                .contains("breaks        client.session-not-found.restart")
                .contains("meets         the stimulus session-unknown");
        assertThat(CommandOutput.of("explain", "packet.verb").out()).contains("broken by     verb-post, verb-lower");
        assertThat(CommandOutput.of("explain", "client.ping.first").out())
                .contains("no fault of a client: it is only reported");
        assertThat(CommandOutput.of("explain", "lost-session-keep").err()).contains("lost-session-kept");
    }
}
