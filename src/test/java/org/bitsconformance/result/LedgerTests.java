package org.bitsconformance.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.requirement.Catalogue;
import org.bitsconformance.requirement.Conflicts;
import org.bitsconformance.result.ConflictResult.SeenReading;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.CaseEnd.Ending;
import org.bitsconformance.transcript.Probed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LedgerTests {

    private static final String PING = "ping.status";
    private static final String CLOSE = "close-session.status";
    private static final SelectedCase CASE = selected("case-1", PING);
    private static final Catalogue CATALOGUE = Catalogue.load();

    @Test
    void aRunInWhichEverythingHeldIsConformant() {
        RunResult result = run(finding(PING, Verdict.PASS));

        assertThat(result.verdict()).isEqualTo(RunVerdict.CONFORMANT);
        assertThat(result.reason()).isEmpty();
        assertThat(result.verdict().exitCode()).isZero();
        assertThat(result.verdictLine()).isEqualTo("verdict: conformant (plan test; delivery not judged)");
    }

    @Test
    void aRunInWhichSomethingIsBrokenIsNot() {
        RunResult result = run(finding(PING, Verdict.FAIL));

        assertThat(result.verdict()).isEqualTo(RunVerdict.NONCONFORMANT);
        assertThat(result.verdict().exitCode()).isEqualTo(1);
        assertThat(result.reason()).isEqualTo("1 of " + CATALOGUE.tested().size() + " requirements broken");
        assertThat(result.broken())
                .singleElement()
                .satisfies(broken -> assertThat(broken.decisive().requirement()).isEqualTo(PING));
    }

    @Test
    void aRunInWhichSomethingBrokeOnceIsNotConformant() {
        assertThat(run(finding(PING, Verdict.UNSTABLE)).verdict()).isEqualTo(RunVerdict.NONCONFORMANT);
    }

    @Test
    void whatIsBrokenInPassingCountsForItsRequirementAndNotForTheCase() {
        RunResult result = run(finding(PING, Verdict.PASS), finding(CLOSE, Verdict.FAIL));

        assertThat(result.verdict()).isEqualTo(RunVerdict.NONCONFORMANT);
        assertThat(result.cases().get(0).verdict()).isEqualTo(Verdict.PASS);
        assertThat(of(CLOSE, result).verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void aCaseThatWasSelectedAndNotDrivenIsIncomplete() {
        Ledger ledger = ledger(false, CASE, selected("case-2", PING));
        enter(ledger, CASE, Ending.DRIVEN, finding(PING, Verdict.PASS));
        RunResult result = total(ledger, "the run was stopped");

        assertThat(result.verdict()).isEqualTo(RunVerdict.INCOMPLETE);
        assertThat(result.verdict().exitCode()).isEqualTo(3);
        assertThat(result.reason()).isEqualTo("the run was stopped");
        assertThat(result.cases()).extracting(CaseResult::verdict).containsExactly(Verdict.PASS, Verdict.INCOMPLETE);
    }

    @Test
    void revisedFindingsReplaceTheEnteredOnes() {
        Ledger ledger = ledger(false, CASE, selected("case-2", CLOSE));
        enter(ledger, selected("case-2", CLOSE), Ending.DRIVEN, finding(CLOSE, Verdict.PASS));
        enter(ledger, CASE, Ending.DRIVEN, finding(PING, Verdict.SKIP));
        ledger.revise("case-1", 1, List.of(finding(PING, Verdict.FAIL)));
        RunResult result = total(ledger, "");

        assertThat(result.cases()).extracting(CaseResult::verdict).containsExactly(Verdict.FAIL, Verdict.PASS);
        assertThat(of(PING, result).findings()).containsExactly(finding(PING, Verdict.FAIL));
        assertThat(result.verdict()).isEqualTo(RunVerdict.NONCONFORMANT);
    }

    @Test
    void whatBrokeOnceAndHeldWhenItWasDrivenAgainIsUnstable() {
        Ledger ledger = ledger(false, CASE);
        enter(ledger, CASE, Ending.DRIVEN, finding(PING, Verdict.FAIL), finding(CLOSE, Verdict.PASS));
        enter(ledger, CASE, Ending.DRIVEN, finding(PING, Verdict.PASS), finding(CLOSE, Verdict.PASS));
        RunResult result = total(ledger, "");

        assertThat(result.verdict()).isEqualTo(RunVerdict.NONCONFORMANT);
        assertThat(of(PING, result))
                .returns(Verdict.UNSTABLE, RequirementResult::verdict)
                .returns(2, RequirementResult::judged)
                .returns(1, RequirementResult::broken);
        assertThat(of(CLOSE, result)).returns(1, RequirementResult::judged);
        assertThat(result.cases().get(0).drives())
                .extracting(Drive::verdict)
                .containsExactly(Verdict.FAIL, Verdict.PASS);
        assertThat(result.cases().get(0).reason())
                .endsWith("Unstable: the case was driven 2 times, each on a fresh session, and once it held.");
    }

    @Test
    void whatHeldAndBrokeWhenItWasDrivenAgainIsUnstableToo() {
        Ledger ledger = ledger(false, CASE);
        enter(ledger, CASE, Ending.DRIVEN, finding(PING, Verdict.PASS), finding(CLOSE, Verdict.FAIL));
        enter(ledger, CASE, Ending.DRIVEN, finding(PING, Verdict.FAIL), finding(CLOSE, Verdict.FAIL));
        RunResult result = total(ledger, "");

        assertThat(of(PING, result).verdict()).isEqualTo(Verdict.UNSTABLE);
        assertThat(of(CLOSE, result)).returns(Verdict.FAIL, RequirementResult::verdict);
        assertThat(of(CLOSE, result)).returns(1, RequirementResult::broken);
    }

    @Test
    void whatBrokeAndWasNotJudgedWhenItWasDrivenAgainIsBroken() {
        Ledger ledger = ledger(false, CASE);
        enter(ledger, CASE, Ending.DRIVEN, finding(PING, Verdict.FAIL));
        enter(ledger, CASE, Ending.PREREQUISITE_MISSING);

        assertThat(of(PING, total(ledger, "")).verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void whatWasJudgedOnlyWhenItWasDrivenAgainHasThatVerdict() {
        Ledger ledger = ledger(false, CASE);
        enter(ledger, CASE, Ending.PREREQUISITE_MISSING);
        enter(ledger, CASE, Ending.DRIVEN, finding(PING, Verdict.PASS));
        RunResult result = total(ledger, "");

        assertThat(result.verdict()).isEqualTo(RunVerdict.CONFORMANT);
        assertThat(result.cases().get(0).drives())
                .extracting(Drive::verdict)
                .containsExactly(Verdict.INCOMPLETE, Verdict.PASS);
    }

    @Test
    void whatIsIncompleteEachTimeIsIncomplete() {
        Ledger ledger = ledger(false, CASE);
        enter(ledger, CASE, Ending.PREREQUISITE_MISSING);
        enter(ledger, CASE, Ending.PREREQUISITE_MISSING);

        assertThat(total(ledger, "").verdict()).isEqualTo(RunVerdict.INCOMPLETE);
    }

    @Test
    void aDriveIsRevisedByItself() {
        Ledger ledger = ledger(false, CASE);
        enter(ledger, CASE, Ending.DRIVEN, finding(PING, Verdict.FAIL));
        enter(ledger, CASE, Ending.DRIVEN, finding(PING, Verdict.FAIL));
        ledger.revise("case-1", 2, List.of(finding(PING, Verdict.PASS)));

        assertThat(of(PING, total(ledger, "")).verdict()).isEqualTo(Verdict.UNSTABLE);
    }

    @Test
    void aRequirementThatACaseExercisesAndNoRuleJudgedIsIncomplete() {
        RunResult result = run(finding(CLOSE, Verdict.PASS));

        assertThat(result.verdict()).isEqualTo(RunVerdict.INCOMPLETE);
        assertThat(result.reason()).isEqualTo("case-1: no packet was sent; an Ack to the packet would complete it");
        assertThat(of(PING, result).reason()).isEqualTo("no packet was sent; an Ack to the packet would complete it");
        assertThat(of(PING, result).judged()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"PREREQUISITE_MISSING", "TARGET_DEAD", "SUITE_ERROR", "INTERRUPTED"})
    void nothingPassesInACaseThatWasNotDrivenToItsEnd(Ending ending) {
        RunResult result = run(ending, finding(PING, Verdict.PASS));

        assertThat(result.verdict()).isEqualTo(RunVerdict.INCOMPLETE);
        assertThat(result.cases().get(0).reason()).isEqualTo("why");
        assertThat(of(PING, result).verdict()).isEqualTo(Verdict.INCOMPLETE);
    }

    @ParameterizedTest
    @EnumSource(names = {"PREREQUISITE_MISSING", "TARGET_DEAD"})
    void whatIsBrokenIsBrokenWhereverDrivingEnded(Ending ending) {
        RunResult result = run(ending, finding(PING, Verdict.FAIL));

        assertThat(result.cases().get(0).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(of(PING, result).findings()).extracting(Finding::verdict).containsExactly(Verdict.FAIL);
    }

    @Test
    void aCaseThatTheTargetsLimitsRuleOutIsSkipped() {
        Ledger ledger = ledger(false, CASE, selected("case-2", CLOSE));
        enter(ledger, CASE, Ending.NOT_APPLICABLE);
        enter(ledger, selected("case-2", CLOSE), Ending.DRIVEN, finding(CLOSE, Verdict.PASS));
        RunResult result = total(ledger, "");

        assertThat(result.verdict()).isEqualTo(RunVerdict.CONFORMANT);
        assertThat(result.cases().get(0).verdict()).isEqualTo(Verdict.SKIP);
        assertThat(of(PING, result).reason()).isEqualTo("why");
    }

    @Test
    void aRunInWhichNothingThatBindsWasJudgedIsIncomplete() {
        assertThat(run(finding(PING, Verdict.SKIP)).verdict()).isEqualTo(RunVerdict.INCOMPLETE);
        assertThat(run(finding(PING, Verdict.SKIP)).reason()).isEqualTo("no requirement that binds was judged");
        assertThat(total(ledger(false), "").verdict()).isEqualTo(RunVerdict.INCOMPLETE);
    }

    @Test
    void aDiagnosisOfTheTargetIsTheReason() {
        RunResult result = ledger(false, CASE)
                .total(
                        CaseBuilder.session().header(),
                        new Probed(Optional.empty(), Optional.of("nothing listens there")),
                        List.of(),
                        List.of(),
                        "not driven",
                        1);

        assertThat(result.reason()).isEqualTo("nothing listens there");
    }

    @ParameterizedTest
    @CsvSource({"false, CONFORMANT", "true, NONCONFORMANT"})
    void aBrokenShouldFailsAStrictRunOnly(boolean strict, RunVerdict expected) {
        Ledger ledger = ledger(strict, CASE);
        enter(ledger, CASE, Ending.DRIVEN, finding(PING, Verdict.WARN));

        assertThat(total(ledger, "").verdict()).isEqualTo(expected);
        assertThat(ledger.fails(Verdict.WARN)).isEqualTo(strict);
        assertThat(ledger.fails(Verdict.FAIL)).isTrue();
        assertThat(ledger.fails(Verdict.INFO)).isFalse();
    }

    @Test
    void aRequirementHasTheVerdictOfItsWorstFindingAndShowsItFirst() {
        RunResult result = run(
                finding(PING, Verdict.PASS),
                finding(PING, Verdict.INFO),
                finding(PING, Verdict.FAIL),
                finding(PING, Verdict.WARN),
                finding(PING, Verdict.INCOMPLETE));
        RequirementResult ping = of(PING, result);

        assertThat(ping.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(ping.findings())
                .extracting(Finding::verdict)
                .containsExactly(Verdict.FAIL, Verdict.INCOMPLETE, Verdict.WARN, Verdict.INFO);
        assertThat(ping.judged()).isEqualTo(4);
        assertThat(ping.broken()).isEqualTo(2);
        assertThat(result.cases().get(0).decisive())
                .singleElement()
                .satisfies(one -> assertThat(one.verdict()).isEqualTo(Verdict.FAIL));
    }

    @Test
    void aSkippedFindingDoesNotHideAPass() {
        assertThat(of(PING, run(finding(PING, Verdict.SKIP), finding(PING, Verdict.PASS)))
                        .verdict())
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void whatIsFoundAboutTheRunAsAWholeCounts() {
        Ledger ledger = ledger(false, CASE);
        enter(ledger, CASE, Ending.DRIVEN, finding(PING, Verdict.PASS));
        ledger.enter(List.of(finding("create-session.session-id.unique", Verdict.FAIL)));

        assertThat(total(ledger, "").verdict()).isEqualTo(RunVerdict.NONCONFORMANT);
    }

    @Test
    void aRequirementThatNoCaseReachedIsSkippedWithThatReason() {
        RequirementResult close = of(CLOSE, run(finding(PING, Verdict.PASS)));

        assertThat(close.verdict()).isEqualTo(Verdict.SKIP);
        assertThat(close.reason()).isEqualTo("no case of the plan led to it");
    }

    @Test
    void judgedDeliveryIsNotReportedAsMissing() {
        assertThat(run(finding(PING, Verdict.PASS), finding("delivery.complete", Verdict.PASS))
                        .judgement()
                        .notJudged())
                .isEmpty();
    }

    @Test
    void everyVerdictIsCounted() {
        RunResult result = run(finding(PING, Verdict.FAIL));

        assertThat(result.caseCounts()).containsOnlyKeys(Verdict.values()).containsEntry(Verdict.FAIL, 1);
        assertThat(result.requirementCounts().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(CATALOGUE.tested().size());
    }

    @Test
    void theDialectThatWasSeenIsNamed() {
        assertThat(observed(Set.of())).isEqualTo("none seen");
        assertThat(observed(Set.of(Document.WIN32))).isEqualTo("win32");
        assertThat(observed(Set.of(Document.WIN32, Document.MC_BUP))).isEqualTo("mixed");
    }

    private static String observed(Set<Document> documents) {
        List<ConflictResult> rows = Conflicts.load().all().stream()
                .map(conflict -> new ConflictResult(
                        conflict,
                        documents.stream()
                                .map(document -> new SeenReading(Set.of(document), "words", 1, "case-1", "x1"))
                                .toList()))
                .toList();
        return ledger(false)
                .total(
                        CaseBuilder.session().header(),
                        new Probed(Optional.empty(), Optional.empty()),
                        rows,
                        List.of(),
                        "",
                        1)
                .observedDialect();
    }

    private static RunResult run(Finding... findings) {
        return run(Ending.DRIVEN, findings);
    }

    private static RunResult run(Ending ending, Finding... findings) {
        Ledger ledger = ledger(false, CASE);
        enter(ledger, CASE, ending, findings);
        return total(ledger, "");
    }

    private static Ledger ledger(boolean strict, SelectedCase... selected) {
        return new Ledger(CATALOGUE, Dialect.ANY, strict, List.of(selected), Baseline.NONE);
    }

    private static void enter(Ledger ledger, SelectedCase selected, Ending ending, Finding... findings) {
        String reason = ending == Ending.DRIVEN ? "" : "why";
        ledger.enter(
                selected, new CaseEnd(selected.id(), ending, reason), new ArrayList<>(List.of(findings)), List.of(), 1);
    }

    private static RunResult total(Ledger ledger, String missing) {
        return ledger.total(
                CaseBuilder.session().header(),
                new Probed(Optional.empty(), Optional.empty()),
                List.of(),
                List.of(),
                missing,
                1);
    }

    private static RequirementResult of(String requirement, RunResult result) {
        return result.requirements().stream()
                .filter(one -> one.requirement().id().equals(requirement))
                .findFirst()
                .orElseThrow();
    }

    private static SelectedCase selected(String id, String requirement) {
        return new SelectedCase(id, "scenario", "A scenario", Map.of(), List.of(requirement));
    }

    private static Finding finding(String requirement, Verdict verdict) {
        return SampleFinding.of(requirement, "Rule", verdict, "case-1", "x1", "", "", "");
    }
}
