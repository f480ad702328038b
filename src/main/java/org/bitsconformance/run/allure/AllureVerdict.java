package org.bitsconformance.run.allure;

import io.qameta.allure.AllureLifecycle;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bitsconformance.requirement.Requirement;
import org.bitsconformance.result.Cause;
import org.bitsconformance.result.KnownFailureResult;
import org.bitsconformance.result.RequirementResult;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.run.RequirementVerdicts;

/**
 * Turns JUnit's results of {@link RequirementVerdicts} into what Allure shows about requirements, the baseline and the
 * run.
 */
final class AllureVerdict {

    private AllureVerdict() {}

    static void describe(AllureLifecycle allure, RequirementResult judged, List<Cause> causes) {
        Requirement requirement = judged.requirement();
        allure.updateTestCase(result -> {
            result.setHistoryId("requirement " + requirement.id());
            AllureLabels.put(
                    result,
                    AllureLabels.featureOf(requirement.id()),
                    requirement.statement(),
                    AllureLabels.severity(Stream.of(judged.level())),
                    "requirements");
            requirement.sources().forEach(source -> result.getLinks().add(AllureCase.link(source.citation(), source)));
            result.setDescriptionHtml(AllureText.paragraphs(
                    requirement.statement(),
                    judged.countedReason(),
                    judged.brokenUnknown() ? judged.decisive().message() : "",
                    causes.stream()
                            .map(one -> "Cause: " + one.id() + ": " + one.title() + " " + one.change())
                            .collect(Collectors.joining(" ")),
                    "Judged " + judged.judged() + " times, broken " + judged.broken() + " times.",
                    judged.brokenUnknown() ? "Look at: " + judged.lookAt() : ""));
            if (judged.brokenKnown()) {
                AllureLabels.add(result, "tag", "known");
            }
        });
    }

    static void describe(AllureLifecycle allure, KnownFailureResult known) {
        allure.updateTestCase(result -> {
            result.setHistoryId("baseline " + known.entry().subject());
            AllureLabels.put(result, AllureLabels.RUN, "Known failures", "normal", "baseline");
            result.setDescriptionHtml(AllureText.paragraphs(known.sentence()));
        });
    }

    static void describe(AllureLifecycle allure, RunResult run) {
        allure.updateTestCase(result -> {
            result.setHistoryId("verdict");
            AllureLabels.put(result, AllureLabels.RUN, "Verdict", "blocker", "verdict");
            result.setDescriptionHtml(AllureText.paragraphs(run.verdictLine(), run.reason()));
        });
    }
}
