package org.bitsconformance.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.requirement.Catalogue;
import org.bitsconformance.result.KnownFailureResult.Fate;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.CaseEnd.Ending;
import org.bitsconformance.transcript.Probed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a baseline excuses, what it does not, and what happens to its entries. */
class BaselineTests {

    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final String PING = "ping.status";
    private static final String CLOSE = "close-session.status";
    private static final String IN_PASSING = "answer.packet-type";

    private final List<SelectedCase> selected = new ArrayList<>();
    private final List<Entered> entered = new ArrayList<>();

    private record Entered(SelectedCase selected, Ending ending, List<Finding> findings) {}

    @Test
    void a_known_failure_does_not_fail_the_run() {
        drive("one", PING, Ending.DRIVEN, finding("one", PING, Verdict.FAIL));
        drive("two", CLOSE, Ending.DRIVEN, finding("two", CLOSE, Verdict.PASS));
        RunResult result = judge(known(PING));

        assertThat(result.verdict()).isEqualTo(RunVerdict.CONFORMANT);
        assertThat(result.verdictLine())
                .isEqualTo("verdict: conformant (plan test; delivery not judged; known failures of 1 requirement)");
        assertThat(result.broken()).isEmpty();
        assertThat(result.requirementCounts()).containsEntry(Verdict.KNOWN, 1).containsEntry(Verdict.FAIL, 0);
        assertThat(result.caseCounts()).containsEntry(Verdict.KNOWN, 1).containsEntry(Verdict.PASS, 1);
        assertThat(result.cases().get(0).reason()).isEqualTo("It is broken. Known: why (b.yaml:2)");
        assertThat(of(PING, result).reason()).isEqualTo("It is broken. Known: why (b.yaml:2)");
        assertThat(of(PING, result).judged()).isEqualTo(1);
        assertThat(of(PING, result).broken()).isEqualTo(1);
        assertThat(fate(result).fate()).isEqualTo(Fate.SEEN);
        assertThat(fate(result).findings()).hasSize(1);
    }

    @Test
    void a_run_with_only_known_failures_was_judged() {
        drive("one", PING, Ending.DRIVEN, finding("one", PING, Verdict.UNSTABLE));

        assertThat(judge(known(PING)).verdict()).isEqualTo(RunVerdict.CONFORMANT);
    }

    @Test
    void one_failure_beyond_the_known_ones_fails_as_before() {
        drive("one", PING, Ending.DRIVEN, finding("one", PING, Verdict.FAIL));
        drive("two", PING, Ending.DRIVEN, finding("two", PING, Verdict.FAIL));
        RunResult result = judge(known(PING, "one"));

        assertThat(result.verdict()).isEqualTo(RunVerdict.NONCONFORMANT);
        assertThat(result.cases()).extracting(CaseResult::verdict).containsExactly(Verdict.KNOWN, Verdict.FAIL);
        assertThat(of(PING, result).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(of(PING, result).decisive().caseId()).isEqualTo("two");
        assertThat(result.broken()).hasSize(1);
        assertThat(fate(result).fate()).isEqualTo(Fate.SEEN);
    }

    @Test
    void an_entry_with_only_a_case_covers_everything_that_fails_there() {
        drive("one", PING, Ending.DRIVEN, finding("one", PING, Verdict.FAIL), finding("one", IN_PASSING, Verdict.FAIL));
        RunResult result = judge(known("", "one"));

        assertThat(result.verdict()).isEqualTo(RunVerdict.CONFORMANT);
        assertThat(fate(result).findings()).hasSize(2);
    }

    @Test
    void what_is_found_about_the_run_as_a_whole_is_excused_too() {
        drive("one", CLOSE, Ending.DRIVEN, finding("one", CLOSE, Verdict.PASS));
        Ledger ledger = ledger(false, known(PING));
        ledger.enter(List.of(finding("", PING, Verdict.FAIL)));

        assertThat(total(ledger).verdict()).isEqualTo(RunVerdict.CONFORMANT);
    }

    @Test
    void what_is_revised_is_excused_too() {
        drive("one", PING, Ending.DRIVEN, finding("one", PING, Verdict.PASS));
        Ledger ledger = ledger(false, known(PING));
        ledger.revise("one", 1, List.of(finding("one", PING, Verdict.FAIL)));

        assertThat(total(ledger).cases().get(0).verdict()).isEqualTo(Verdict.KNOWN);
    }

    @ParameterizedTest
    @CsvSource({"false, WARN", "true, KNOWN"})
    void a_broken_should_is_excused_if_it_would_fail_the_run(boolean strict, Verdict expected) {
        drive("one", PING, Ending.DRIVEN, finding("one", PING, Verdict.WARN));
        RunResult result = total(ledger(strict, known(PING)));

        assertThat(result.cases().get(0).verdict()).isEqualTo(expected);
        assertThat(result.verdict()).isEqualTo(RunVerdict.CONFORMANT);
        assertThat(fate(result).fate()).isEqualTo(Fate.SEEN);
    }

    @Test
    void what_was_not_judged_is_not_excused() {
        drive("one", PING, Ending.DRIVEN, finding("one", PING, Verdict.FAIL));
        drive("two", PING, Ending.PREREQUISITE_MISSING);
        RunResult result = judge(known(PING));

        assertThat(result.verdict()).isEqualTo(RunVerdict.INCOMPLETE);
        assertThat(of(PING, result).verdict()).isEqualTo(Verdict.INCOMPLETE);
        assertThat(result.broken()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"TARGET_DEAD", "SUITE_ERROR", "INTERRUPTED"})
    void a_known_failure_does_not_hide_an_end_of_its_case_that_it_does_not_explain(Ending ending) {
        drive("one", PING, ending, finding("one", PING, Verdict.FAIL));
        RunResult result = judge(known(PING));

        assertThat(result.verdict()).isEqualTo(RunVerdict.INCOMPLETE);
        assertThat(result.cases().get(0).verdict()).isEqualTo(Verdict.INCOMPLETE);
    }

    @Test
    void a_known_failure_that_ends_its_case_gives_the_case_its_verdict() {
        drive("one", PING, Ending.PREREQUISITE_MISSING, finding("one", PING, Verdict.FAIL));

        assertThat(judge(known(PING)).verdict()).isEqualTo(RunVerdict.CONFORMANT);
    }

    @ParameterizedTest
    @EnumSource(names = {"DRIVEN", "PREREQUISITE_MISSING"})
    void what_a_known_failure_kept_from_being_judged_is_skipped_with_that_reason(Ending ending) {
        drive("one", PING, ending, finding("one", IN_PASSING, Verdict.FAIL));
        drive("two", CLOSE, Ending.DRIVEN, finding("two", CLOSE, Verdict.PASS));
        RunResult result = judge(known(IN_PASSING));

        assertThat(result.verdict()).isEqualTo(RunVerdict.CONFORMANT);
        assertThat(result.cases().get(0))
                .returns(Verdict.SKIP, CaseResult::verdict)
                .returns("not judged because of a known failure of " + IN_PASSING, CaseResult::reason);
        assertThat(result.judgement().notJudged()).contains("1 case not judged in full, for known failures");
        assertThat(judge().verdict()).isEqualTo(RunVerdict.NONCONFORMANT);
    }

    @Test
    void an_entry_that_no_longer_fails_fails_the_run() {
        drive("one", PING, Ending.DRIVEN, finding("one", PING, Verdict.PASS));
        RunResult result = judge(known(PING));

        assertThat(fate(result).fate()).isEqualTo(Fate.STALE);
        assertThat(result.verdict()).isEqualTo(RunVerdict.NONCONFORMANT);
        assertThat(result.verdict().exitCode()).isEqualTo(1);
        assertThat(result.reason()).isEqualTo("b.yaml:2: ping.status no longer fails: remove the entry");
    }

    @Test
    void a_reason_names_the_first_of_several_stale_entries() {
        drive("one", PING, Ending.DRIVEN, finding("one", PING, Verdict.PASS), finding("one", CLOSE, Verdict.FAIL));

        assertThat(judge(known(PING), known(PING, "one")).reason())
                .isEqualTo("1 of " + CATALOGUE.tested().size() + " requirements broken; b.yaml:2: ping.status no longer"
                        + " fails: remove the entry; 2 such entries in all");
    }

    @Test
    void an_entry_for_a_case_is_stale_when_all_of_the_case_holds() {
        drive("one", PING, Ending.DRIVEN, finding("one", PING, Verdict.PASS));
        drive("two", PING, Ending.DRIVEN, finding("two", PING, Verdict.FAIL));

        assertThat(fate(judge(known("", "one"))).fate()).isEqualTo(Fate.STALE);
        assertThat(fate(judge(known(PING, "one"))).sentence())
                .isEqualTo("b.yaml:2: ping.status in one no longer fails: remove the entry");
    }

    @Test
    void an_entry_whose_cases_were_cut_short_is_not_stale() {
        drive("one", PING, Ending.DRIVEN, finding("one", PING, Verdict.PASS));
        drive("two", PING, Ending.TARGET_DEAD);
        KnownFailureResult fate = fate(judge(known(PING)));

        assertThat(fate.fate()).isEqualTo(Fate.NOT_JUDGED);
        assertThat(fate.sentence()).isEqualTo("b.yaml:2: ping.status was not judged: two: why it ended");
    }

    @Test
    void an_entry_about_something_seen_in_passing_is_not_stale_while_any_case_was_cut_short() {
        drive("one", PING, Ending.DRIVEN, finding("one", PING, Verdict.PASS), finding("one", IN_PASSING, Verdict.PASS));
        drive("two", CLOSE, Ending.PREREQUISITE_MISSING);

        assertThat(fate(judge(known(IN_PASSING))).fate()).isEqualTo(Fate.NOT_JUDGED);
        assertThat(fate(judge(known(PING))).fate()).isEqualTo(Fate.STALE);
    }

    @Test
    void an_entry_whose_case_was_skipped_was_not_judged() {
        drive("one", PING, Ending.NOT_APPLICABLE);
        drive("two", CLOSE, Ending.DRIVEN, finding("two", CLOSE, Verdict.PASS));

        assertThat(fate(judge(known(PING))).why()).isEqualTo("why it ended");
        assertThat(fate(judge(known("", "one"))).fate()).isEqualTo(Fate.NOT_JUDGED);
        assertThat(judge(known(PING)).verdict()).isEqualTo(RunVerdict.CONFORMANT);
    }

    @Test
    void an_entry_whose_requirement_did_not_come_up_in_its_cases_was_not_judged() {
        drive("one", PING, Ending.DRIVEN, finding("one", PING, Verdict.PASS));

        assertThat(fate(judge(known(CLOSE, "one"))).why())
                .isEqualTo("no rule judged it in the cases that the entry names");
    }

    @Test
    void an_entry_that_the_plan_selects_nothing_for_is_listed() {
        drive("one", PING, Ending.DRIVEN, finding("one", PING, Verdict.PASS));
        RunResult result = judge(known(CLOSE), known(PING, "elsewhere"), known("", "elsewhere"));

        assertThat(result.verdict()).isEqualTo(RunVerdict.CONFORMANT);
        assertThat(result.baseline(Fate.NOT_SELECTED)).hasSize(3);
        assertThat(fate(result).sentence()).isEqualTo("b.yaml:2: close-session.status is not selected by this plan");
    }

    private void drive(String id, String requirement, Ending ending, Finding... findings) {
        SelectedCase one = new SelectedCase(id, "scenario", "A scenario", Map.of(), List.of(requirement));
        selected.add(one);
        entered.add(new Entered(one, ending, List.of(findings)));
    }

    private RunResult judge(KnownFailure... known) {
        return total(ledger(false, known));
    }

    private Ledger ledger(boolean strict, KnownFailure... known) {
        Ledger ledger = new Ledger(CATALOGUE, Dialect.ANY, strict, selected, new Baseline(List.of(known)));
        entered.forEach(one -> ledger.enter(
                one.selected(),
                new CaseEnd(one.selected().id(), one.ending(), one.ending() == Ending.DRIVEN ? "" : "why it ended"),
                one.findings(),
                List.of(),
                1));
        return ledger;
    }

    private static RunResult total(Ledger ledger) {
        return ledger.total(
                CaseBuilder.session().header(),
                new Probed(Optional.empty(), Optional.empty()),
                List.of(),
                List.of(),
                "not driven",
                1);
    }

    /** An entry about a requirement, or any if that is empty, in these cases, or in all. */
    private static KnownFailure known(String requirement, String... cases) {
        return new KnownFailure(
                "b.yaml:2",
                new KnownFailure.Scope(
                        Optional.of(requirement).filter(id -> !id.isEmpty()),
                        List.of(cases),
                        Set.of(requirement),
                        Set.of(cases)),
                "why",
                Optional.empty(),
                Optional.empty());
    }

    private static KnownFailureResult fate(RunResult result) {
        return result.baseline().get(0);
    }

    private static RequirementResult of(String requirement, RunResult result) {
        return result.requirements().stream()
                .filter(one -> one.requirement().id().equals(requirement))
                .findFirst()
                .orElseThrow();
    }

    private static Finding finding(String caseId, String requirement, Verdict verdict) {
        String message = verdict == Verdict.PASS ? "" : "It is broken.";
        return SampleFinding.of(requirement, "Rule", verdict, caseId, "x1", "", "", message);
    }
}
