package org.bitsconformance.run.allure;

import io.qameta.allure.AllureLifecycle;
import io.qameta.allure.model.Link;
import io.qameta.allure.model.Parameter;
import io.qameta.allure.model.TestResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.requirement.Catalogue;
import org.bitsconformance.requirement.Source;
import org.bitsconformance.result.CaseResult;
import org.bitsconformance.result.Drive;
import org.bitsconformance.result.SelectedCase;
import org.bitsconformance.result.Verdict;
import org.bitsconformance.run.ConformanceRun;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.http.Request;

/**
 * Turns JUnit's result of a case into what Allure shows: what the case is about, its packets, and what crossed the
 * wire.
 */
final class AllureCase {

    private AllureCase() {}

    /** Adds what is known before the case is driven. Its name is the same as in all other reports. */
    static void begin(AllureLifecycle allure, SelectedCase selected, ConformanceRun run) {
        Dialect dialect = run.setup().judging().dialect();
        Catalogue catalogue = run.judging().catalogue();
        allure.updateTestCase(result -> {
            result.setName(selected.id());
            result.setHistoryId(selected.id());
            parameters(result, selected);
            AllureLabels.put(
                    result,
                    AllureLabels.featureOf(selected.scenario(), selected.requirements()),
                    selected.scenarioTitle(),
                    AllureLabels.severity(selected.requirements().stream()
                            .map(id -> catalogue.get(id).level(dialect))),
                    "cases");
            selected.requirements().forEach(id -> {
                Source source = catalogue.get(id).decisive(dialect).get(0);
                result.getLinks().add(link(id + " (" + source.citation() + ")", source));
            });
        });
    }

    /** Adds its result. */
    static void end(AllureLifecycle allure, CaseResult ended, SelectedCase selected, ConformanceRun run) {
        allure.updateTestCase(result -> {
            parameters(result, selected);
            result.getSteps().addAll(new AllureSteps(ended, run.startedAt(), run.judging()::fails).steps());
            if (!ended.reason().isEmpty()) {
                result.setDescriptionHtml(AllureText.paragraphs(ended.reason()));
            }
            if (ended.verdict() == Verdict.KNOWN) {
                AllureLabels.add(result, "tag", ended.verdict().word());
            }
        });
        if (!ended.exchanges().isEmpty() && allure.getCurrentTestCase().isPresent()) {
            allure.addAttachment(
                    "exchanges", "text/plain", ".txt", text(ended.drives()).getBytes(StandardCharsets.UTF_8));
        }
    }

    static Link link(String name, Source source) {
        return new Link().setName(name).setUrl(source.url());
    }

    /** Replaces the method's arguments, which mean nothing to a reader and differ from run to run. */
    private static void parameters(TestResult result, SelectedCase selected) {
        result.getParameters().clear();
        selected.parameters()
                .forEach((name, value) ->
                        result.getParameters().add(new Parameter().setName(name).setValue(value)));
    }

    private static String text(List<Drive> drives) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < drives.size(); i++) {
            if (drives.size() > 1) {
                text.append(i == 0 ? "" : "\n\n")
                        .append("########## drive ")
                        .append(i + 1)
                        .append(" of ")
                        .append(drives.size())
                        .append(": ")
                        .append(drives.get(i).verdict().word())
                        .append(" ##########\n\n");
            }
            text.append(drives.get(i).exchanges().stream().map(AllureCase::text).collect(Collectors.joining("\n\n")));
        }
        return text.toString();
    }

    private static String text(Exchange exchange) {
        String packet = Request.parse(exchange.request())
                .packetType()
                .map(Object::toString)
                .orElse("request");
        return "===== " + exchange.id() + " " + packet + " =====\n"
                + exchange.request().text() + "\n----- " + exchange.ending() + " -----\n"
                + exchange.answer().text();
    }
}
