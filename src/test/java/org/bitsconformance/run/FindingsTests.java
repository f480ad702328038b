package org.bitsconformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.Judged;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Located;
import org.bitsconformance.requirement.Level;
import org.bitsconformance.result.Finding;
import org.bitsconformance.result.SampleFinding;
import org.bitsconformance.result.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingsTests {

    @ParameterizedTest
    @CsvSource({
        "MUST, false, FAIL",
        "STATED, false, FAIL",
        "SHOULD, false, WARN",
        "MAY, false, INFO",
        "MUST, true, FAIL",
        "SHOULD, true, FAIL",
        "MAY, true, INFO"
    })
    void a_broken_requirement_counts_according_to_its_level(Level level, boolean strict, Verdict verdict) {
        Finding finding = of(Judgement.broken("this", "that", "That is not this."), level, strict);
        assertThat(finding)
                .isEqualTo(SampleFinding.of(
                        "ping.status", "Rule", verdict, "ping", "x1", "this", "that", "That is not this."));
    }

    @Test
    void other_judgements_do_not_depend_on_the_level() {
        assertThat(of(Judgement.held(), Level.MUST, true).verdict()).isEqualTo(Verdict.PASS);
        assertThat(of(Judgement.observed("so"), Level.MUST, true))
                .returns(Verdict.INFO, Finding::verdict)
                .returns("so", Finding::message);
        assertThat(of(Judgement.skipped("no"), Level.MUST, true))
                .returns(Verdict.SKIP, Finding::verdict)
                .returns("no", Finding::message);
        assertThat(of(Judgement.notJudged("dead"), Level.MAY, false))
                .returns(Verdict.INCOMPLETE, Finding::verdict)
                .returns("dead", Finding::message);
    }

    private static Finding of(Judgement judgement, Level level, boolean strict) {
        return Findings.of(new Judged("ping.status", "Rule", new Located("ping", "x1", judgement)), level, strict);
    }
}
