package org.bitsconformance.report.html;

import org.bitsconformance.result.RequirementResult;

/**
 * A row of the table of requirements.
 *
 * @param shownAt id of the part of the page that shows how it was broken; empty where there is none
 */
record HtmlRequirement(
        String id,
        String statement,
        String level,
        String verdict,
        int judged,
        int broken,
        String reason,
        String shownAt) {

    static HtmlRequirement of(RequirementResult result) {
        return new HtmlRequirement(
                result.requirement().id(),
                result.requirement().statement(),
                result.level().name(),
                result.verdict().word(),
                result.judged(),
                result.broken(),
                result.countedReason(),
                shownAt(result));
    }

    private static String shownAt(RequirementResult result) {
        if (result.brokenUnknown()) {
            return "broken-" + result.requirement().id();
        }
        return result.brokenKnown() ? "baseline" : "";
    }
}
