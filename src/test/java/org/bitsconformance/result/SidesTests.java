package org.bitsconformance.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.protocol.Side;
import org.bitsconformance.requirement.Catalogue;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.Probed;
import org.bitsconformance.transcript.RunHeader;
import org.junit.jupiter.api.Test;

/** Who is to blame for what was observed. */
class SidesTests {

    private static final String OF_SERVERS = "ping.status";
    private static final String OF_CLIENTS = "packet.verb";
    private static final String RECOMMENDED = "packet.content-name.length";

    private final Ledger ledger = new Ledger(Catalogue.load(), Dialect.ANY, false, List.of(), Baseline.NONE);

    @Test
    void what_a_server_did_is_not_held_against_its_clients() {
        enter("one", "a/1", finding(OF_SERVERS, Verdict.FAIL), finding(OF_CLIENTS, Verdict.PASS));
        assertThat(sides(EnumSet.allOf(Side.class)))
                .containsExactly(
                        "server http://server.example/upload/: nonconformant (1 requirement broken, 1 upload)",
                        "client a/1: conformant (1 upload)");
    }

    @Test
    void each_client_answers_for_itself() {
        enter("one", "a/1", finding(OF_SERVERS, Verdict.PASS), finding(OF_CLIENTS, Verdict.PASS));
        enter("two", "b/1", finding(OF_CLIENTS, Verdict.FAIL), finding(OF_CLIENTS, Verdict.FAIL));
        enter("three", "a/1", finding(OF_CLIENTS, Verdict.PASS), finding(RECOMMENDED, Verdict.WARN));
        assertThat(sides(EnumSet.allOf(Side.class)))
                .containsExactly(
                        "server http://server.example/upload/: conformant (3 uploads)",
                        "client a/1: conformant (2 uploads)",
                        "client b/1: nonconformant (1 requirement broken, 1 upload)");
    }

    @Test
    void a_side_of_which_nothing_was_judged_is_incomplete_and_one_that_is_not_judged_is_not_listed() {
        enter("one", "a/1", finding(OF_SERVERS, Verdict.PASS));
        assertThat(sides(EnumSet.of(Side.CLIENT))).containsExactly("client a/1: incomplete (1 upload)");
        assertThat(sides(EnumSet.of(Side.SERVER))).isEmpty();
    }

    @Test
    void the_requirements_of_a_side_that_is_not_judged_are_left_out() {
        enter("one", "a/1", finding(OF_CLIENTS, Verdict.PASS));
        assertThat(total(EnumSet.of(Side.CLIENT)).requirements())
                .isNotEmpty()
                .allMatch(one -> one.requirement().binds() == Side.CLIENT);
        assertThat(total(EnumSet.of(Side.SERVER)).requirements())
                .isNotEmpty()
                .allMatch(one -> one.requirement().binds() == Side.SERVER);
    }

    private void enter(String id, String client, Finding... findings) {
        SelectedCase observed =
                new SelectedCase(id, SelectedCase.OBSERVED, "Uploads", Map.of(SelectedCase.CLIENT, client), List.of());
        ledger.enter(observed, new CaseEnd(id, CaseEnd.Ending.DRIVEN, ""), List.of(findings), List.of(), 1);
    }

    private List<String> sides(EnumSet<Side> judged) {
        return total(judged).judgement().sides().stream()
                .map(SideResult::sentence)
                .toList();
    }

    private RunResult total(EnumSet<Side> judged) {
        RunHeader header = CaseBuilder.session().header();
        return ledger.total(
                new RunHeader(
                        header.origin(),
                        header.target(),
                        new RunHeader.Judging(Dialect.ANY, false, judged),
                        header.cases()),
                new Probed(Optional.empty(), Optional.empty()),
                List.of(),
                List.of(),
                "",
                1);
    }

    private static Finding finding(String requirement, Verdict verdict) {
        return SampleFinding.of(requirement, "Rule", verdict, "case-1", "x1", "", "", "");
    }
}
