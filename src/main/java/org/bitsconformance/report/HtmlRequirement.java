package org.bitsconformance.report;

import org.bitsconformance.result.RequirementResult;

/** A row of the table of requirements. */
record HtmlRequirement(
        String id, String statement, String level, String verdict, int judged, int broken, String reason) {

    static HtmlRequirement of(RequirementResult result) {
        return new HtmlRequirement(
                result.requirement().id(),
                result.requirement().statement(),
                result.level().name(),
                result.verdict().word(),
                result.judged(),
                result.broken(),
                result.reason());
    }
}
