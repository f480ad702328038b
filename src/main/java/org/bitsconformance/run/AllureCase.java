package org.bitsconformance.run;

import io.qameta.allure.Allure;
import java.util.stream.Collectors;
import org.bitsconformance.requirement.Catalogue;
import org.bitsconformance.requirement.Source;
import org.bitsconformance.result.CaseResult;
import org.bitsconformance.result.Verdict;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Request;

/** Adds to Allure's result of a case what crossed the wire, in one file, and what it was about. */
final class AllureCase {

    private AllureCase() {}

    /** Names the result as all other reports name the case; JUnit puts the method before it. */
    static void name(String caseId) {
        Allure.getLifecycle().updateTestCase(result -> result.setName(caseId));
    }

    static void describe(CaseResult result, Catalogue catalogue) {
        Allure.label("feature", result.scenario());
        if (result.verdict() == Verdict.KNOWN) {
            Allure.label("tag", result.verdict().word());
            Allure.description(result.reason());
        }
        result.requirements().forEach(id -> {
            Source source = catalogue.get(id).sources().get(0);
            Allure.link(id + " (" + source.citation() + ")", source.url());
        });
        if (!result.exchanges().isEmpty()) {
            Allure.addAttachment(
                    "exchanges",
                    "text/plain",
                    result.exchanges().stream().map(AllureCase::text).collect(Collectors.joining("\n\n")),
                    ".txt");
        }
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
